//! Views into Yew `Html`: pages (thin), parts (props to Html), hooks, route.
