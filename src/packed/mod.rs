//! The format of the packed models and lists that ship beside the code, how they are checked when
//! loaded, and what more than one of them is made of.
//!
//! Every file has the same head: eight bytes of magic, a version, the length and the CRC-32 of
//! the payload, all little-endian. [`open`] refuses anything else, so a cut or changed file is an
//! error with a code and never a wrong result.

pub mod forest;
pub mod lanes;
pub mod words;

use std::fmt;
use std::sync::LazyLock;

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The CRC-32 of ISO 3309, as gzip and zip have it; 16 bytes a step. Its tables are made at the first use (some µs): as data
/// they were 16 kB of the module, which no compression makes smaller.
pub static CRC: LazyLock<Crc<u32, Table<16>>> =
    LazyLock::new(|| Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC));

/// Why a packed model could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelError {
    /// Not a file of this kind, or of another version.
    Kind(&'static str),
    /// Shorter or longer than its head says, or an offset inside it points outside.
    Layout(&'static str),
    /// The checksum does not fit.
    Checksum(&'static str),
}

impl ModelError {
    /// A stable identifier of the error for callers in other languages.
    pub fn code(&self) -> &'static str {
        match self {
            ModelError::Kind(_) => "model-kind",
            ModelError::Layout(_) => "model-layout",
            ModelError::Checksum(_) => "model-checksum",
        }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::Kind(what) => write!(f, "{what}: not a model file of this version"),
            ModelError::Layout(what) => write!(f, "{what}: the model file is cut off or damaged"),
            ModelError::Checksum(what) => write!(f, "{what}: the model file's checksum does not fit"),
        }
    }
}

impl std::error::Error for ModelError {}

/// Checks the head of a packed file and gives its payload. `name` is used in errors.
///
/// Head (20 bytes): `magic` (8), version (u32), payload length (u32), CRC-32 of the payload (u32).
pub fn open<'a>(
    bytes: &'a [u8],
    magic: &[u8; 8],
    version: u32,
    name: &'static str,
) -> Result<&'a [u8], ModelError> {
    let head = |at: usize| {
        let word: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(word))
    };
    if bytes.get(..8) != Some(magic) || head(8) != Some(version) {
        return Err(ModelError::Kind(name));
    }
    let payload = bytes.get(20..).ok_or(ModelError::Layout(name))?;
    if head(12) != u32::try_from(payload.len()).ok() {
        return Err(ModelError::Layout(name));
    }
    if head(16) != Some(CRC.checksum(payload)) {
        return Err(ModelError::Checksum(name));
    }
    Ok(payload)
}
