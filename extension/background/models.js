// The packed models, each `engine/NAME.bin`: the fields of `model::Files`.
export const MODELS = ["blocks", "tagger", "words"];
