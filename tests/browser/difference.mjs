// How far two pictures differ.

/** In a page: the share of the pixels of two pictures, as data addresses, that differ visibly; 1 if their sizes do. */
export async function difference(one, other) {
  const pixels = async (address) => {
    const image = await createImageBitmap(await (await fetch(address)).blob());
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
    pen.drawImage(image, 0, 0);
    return { size: `${image.width}×${image.height}`, data: pen.getImageData(0, 0, image.width, image.height).data };
  };
  const [a, b] = await Promise.all([pixels(one), pixels(other)]);
  if (a.size !== b.size) return 1;
  let differ = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const most = Math.max(...[0, 1, 2].map((part) => Math.abs(a.data[i + part] - b.data[i + part])));
    if (most > 48) differ += 1;
  }
  return differ / (a.data.length / 4);
}
