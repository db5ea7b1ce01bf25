//! Tests of `copydesk::inserts` and of plain text.

#[cfg(test)]
mod corrections;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod reasons;
#[cfg(test)]
mod spans;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod topic;
