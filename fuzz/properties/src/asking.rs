//! What comes from addresses, search fields, messages and packs.

use dateline::corpus::pack::PackReader;
use dateline::engine::protocol::{Answer, Ask, FromWorker, Request, from_bytes, to_bytes};
use dateline::search::parse_query;
use dateline::search::url::Location;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A pack is read to its end or refused with a reason.
pub fn pack_is_read_or_refused(bytes: &[u8]) -> String {
    let Ok(mut reader) = PackReader::open(bytes) else { return "refused".to_owned() };
    let articles: Vec<_> = reader.by_ref().collect();
    let repairs = reader.repairs();
    format!("{articles:?} {repairs:?} {:?}", reader.skipped())
}

/// A message is read, and then is the same when it is written and read again, or is refused.
pub fn protocol_is_read_or_refused(bytes: &[u8]) -> String {
    let request = from_bytes::<Request>(bytes);
    let answer = from_bytes::<FromWorker>(bytes);
    request.iter().for_each(travels);
    answer.iter().for_each(travels);
    let parts = (from_bytes::<Ask>(bytes).is_ok(), from_bytes::<Answer>(bytes).is_ok());
    format!("{request:?} {answer:?} {parts:?}")
}

/// Whether a message arrives as it was sent; told by its bytes, since a number that is none equals nothing.
fn travels<T: Serialize + DeserializeOwned>(message: &T) {
    let written = to_bytes(message).expect("memory");
    let read: T = from_bytes(&written).expect("what was written can be read");
    assert_eq!(to_bytes(&read), Ok(written));
}

/// Whatever is typed is parsed, the same each time.
pub fn query_has_a_meaning(bytes: &[u8]) -> String {
    let words = String::from_utf8_lossy(bytes);
    let parsed = format!("{:?}", parse_query(&words));
    assert_eq!(parsed, format!("{:?}", parse_query(&words)));
    parsed
}

/// Whatever stands in an address is a place, and its own address leads back to it.
pub fn url_round_trips(bytes: &[u8]) -> String {
    let hash = String::from_utf8_lossy(bytes);
    let location = Location::parse(&hash);
    let own = location.to_hash();
    assert_eq!(Location::parse(&own), location, "{own}");
    assert!(own.starts_with("#/") && !own.contains(['<', '>', '"', ' ']), "{own}");
    own
}
