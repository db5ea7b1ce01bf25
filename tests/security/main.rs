//! Hostile pages and addresses.

#[cfg(test)]
mod addresses;
#[cfg(test)]
mod checks;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod random;
