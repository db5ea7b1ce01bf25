// The packed models, each `engine/NAME.bin`: the fields of `model::Files`.
export const MODELS = ["tagger"];
