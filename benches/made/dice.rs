//! Chance from a seed, for what the benchmarks make up and ask.

/// Pseudo-random numbers from a seed (xorshift64*), so that every run makes and measures the same.
pub struct Dice(pub u64);

impl Dice {
    /// A number from 0 up to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n - 1)
    }

    /// A rank below `n` by Zipf's law: the first about twice as often as the second.
    pub fn zipf(&mut self, n: usize) -> usize {
        (((n + 1) as f64).powf(self.unit()) as usize - 1).min(n - 1)
    }
}
