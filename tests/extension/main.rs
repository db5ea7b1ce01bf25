//! The files of the extension, checked where no browser is needed.

#[cfg(test)]
mod files;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod words;
