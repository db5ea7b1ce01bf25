// The packed models, each `engine/NAME.bin`: the fields of `models::Files`.
export const MODELS = ["blocks", "words", "languages"];
