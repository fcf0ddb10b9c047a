//! The engine behind messages.
fn main() {}
