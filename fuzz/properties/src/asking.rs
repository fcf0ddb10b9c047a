//! What comes from addresses, search fields, messages and packs.

use dateline::corpus::pack::PackReader;
use dateline::engine::protocol::{Answer, Ask, FromWorker, Request, from_bytes, to_bytes};
use dateline::search::parse_query;
use dateline::search::url::Location;

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
    if let Ok(request) = &request {
        let written = to_bytes(request).expect("memory");
        assert_eq!(from_bytes::<Request>(&written).as_ref(), Ok(request));
    }
    let answer = from_bytes::<FromWorker>(bytes);
    if let Ok(answer) = &answer {
        let written = to_bytes(answer).expect("memory");
        assert_eq!(from_bytes::<FromWorker>(&written).as_ref(), Ok(answer));
    }
    let parts = (from_bytes::<Ask>(bytes).is_ok(), from_bytes::<Answer>(bytes).is_ok());
    format!("{request:?} {answer:?} {parts:?}")
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
