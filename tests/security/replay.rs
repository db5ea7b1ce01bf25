//! The seeds of the fuzz targets, and every input that ever made one fail.

#[path = "../fuzz/targets.rs"]
mod targets;

use super::oracle;
use std::fs;
use std::path::Path;

#[test]
fn seeds_and_regressions_of_the_fuzz_targets_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    for target in targets::ALL {
        let mut files: Vec<_> = ["seeds", "regressions"]
            .iter()
            .filter_map(|kind| fs::read_dir(folder.join(kind).join(target)).ok())
            .flat_map(|entries| entries.map(|entry| entry.unwrap().path()))
            .filter(|path| !path.ends_with(".gitkeep"))
            .collect();
        files.sort();
        assert!(files.len() >= 3, "{target}: {} seeds", files.len());
        for file in files {
            // Named before it is run: a panic inside tells only what was wrong.
            println!("{}", file.display());
            targets::run(target, &fs::read(&file).unwrap());
        }
    }
}
