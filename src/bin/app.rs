//! Mounts the page.

fn main() {
    dateline::ui::mount();
}
