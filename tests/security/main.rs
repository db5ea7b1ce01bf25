//! Hostile pages and addresses: the tables beside this file, random pages, and what fuzzing found.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod crates;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod replay;
#[cfg(test)]
mod tables;
