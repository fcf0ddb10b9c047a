//! How long each stage of loading takes on one thread: what the workers of the page do, one after another.
//!
//! `cargo bench --no-default-features --bench load -- FOLDER [ROUNDS] [STAGE]` reads a folder of articles; STAGE stops
//! behind the stage of that name, so that a profiler sees little else. Prints for each stage the best of the
//! rounds in milliseconds, those of waiting left out where the system tells, so that other work on the machine
//! counts little; and a checksum of what the engine knows in the end, so that two versions can be held against
//! each other.

use dateline::corpus::{import, pack};
use dateline::engine::Engine;
use dateline::engine::load::{Cleaned, Collected, Loader, Share, annotate_block, n_blocks};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::Instant;

/// Rounds when none are given.
const ROUNDS: usize = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let [folder, rest @ ..] = &words[..] else { return Err("name a folder of articles".into()) };
    let rounds = rest.first().map_or(Ok(ROUNDS), |word| word.parse())?;
    let corpus = import::read_folder(Path::new(folder))?;
    let pack = pack::encode(&corpus)?;
    println!("{} articles, {} bytes packed", corpus.articles.len(), pack.len());
    drop(corpus);
    let mut best = Clock::default();
    for _ in 0..rounds {
        let mut clock = Clock { last: rest.get(1).cloned(), ..Clock::default() };
        clock.checksum = load(&pack, &mut clock)?;
        best.improve(clock);
    }
    for (stage, milliseconds) in &best.stages {
        println!("{stage:<12}{milliseconds:>8.0} ms");
    }
    println!("checksum {:016x}", best.checksum.unwrap_or_default());
    Ok(())
}

/// Loads a pack as the workers do; the checksum, unless it stopped before the end.
fn load(pack: &[u8], clock: &mut Clock) -> Result<Option<u64>, Box<dyn std::error::Error>> {
    let loader = clock.time("open", || Loader::open(pack))?;
    let learned = clock.time("learn", || loader.learn(Share::ALL))?;
    let cleaner = clock.time("settle", || learned.settle());
    let blocks = 0..n_blocks(loader.n_articles());
    let mut cleaned = clock
        .time("clean", || blocks.map(|block| loader.clean(&cleaner, block)).collect::<Result<Vec<_>, _>>())?;
    if clock.is_over() {
        return Ok(None);
    }
    let about = loader.about()?;
    let found = match clock.last.as_deref() {
        Some("words") => Vec::new(),
        _ => clock.time("annotate", || {
            let blocks = cleaned.iter_mut().map(|block| annotate_block(block.iter_mut().map(Cleaned::parts)));
            blocks.flatten().collect()
        }),
    };
    let collected =
        clock.time("collect", || Collected::from(cleaned.into_iter().flatten().collect::<Vec<_>>()));
    let engine = clock.time("words", || Engine::without_names(collected, about));
    if clock.is_over() {
        return Ok(None);
    }
    let engine = clock.time("names", || engine.with_names(found));
    let mut hasher = DefaultHasher::new();
    format!("{:?} {:?} {:?}", engine.articles(), engine.annotations(), engine.resolved()).hash(&mut hasher);
    Ok(Some(hasher.finish()))
}

/// The milliseconds that this thread was at work, where the system says so.
fn busy_ms() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(told.split(' ').next()?.parse::<f64>().ok()? / 1e6)
}

/// The stages of a round and how long each took.
#[derive(Default)]
struct Clock {
    stages: Vec<(&'static str, f64)>,
    /// The stage behind which to stop.
    last: Option<String>,
    checksum: Option<u64>,
}

impl Clock {
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let (start, since) = (busy_ms(), Instant::now());
        let done = work();
        let busy = busy_ms().zip(start).map(|(end, start)| end - start);
        self.stages.push((stage, busy.unwrap_or(since.elapsed().as_secs_f64() * 1e3)));
        done
    }

    fn is_over(&self) -> bool {
        self.stages.last().is_some_and(|(stage, _)| self.last.as_deref() == Some(*stage))
    }

    fn improve(&mut self, other: Self) {
        if self.stages.is_empty() {
            return *self = other;
        }
        for ((_, best), (_, other)) in self.stages.iter_mut().zip(other.stages) {
            *best = best.min(other);
        }
        self.checksum = self.checksum.or(other.checksum);
    }
}
