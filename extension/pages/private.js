// Whether this page is in a private window: then nothing that is set on it is kept.

export const isPrivate = chrome.extension.inIncognitoContext === true;
