//! Learns the weights of the name tagger from annotated articles, and scores them.

mod chance;
mod corpus;
mod crf;
mod examples;
mod invent;
mod learn;
mod lists;
mod net;
mod score;
mod trial;
mod vary;
mod vectors;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = trial::run(&arguments) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
