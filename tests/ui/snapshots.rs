//! One snapshot for each part and page.
