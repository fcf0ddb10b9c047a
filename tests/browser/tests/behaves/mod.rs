//! The name of each file is the sentence it proves.

mod a_broken_worker_says_so;
mod a_date_narrows_the_list;
mod a_mark_opens_its_card;
mod a_phone_brushes_the_strip_by_touch;
mod a_phone_filters_in_a_sheet;
mod an_article_opens_with_its_marks;
mod an_unknown_address_leads_home;
mod chips_take_filters_away;
mod entity_pages_show_sentences;
mod facets_combine_any_all_and_not;
mod help_shows_what_can_be_asked;
mod matches_are_walked_through_in_the_reader;
mod methods_list_what_was_done;
mod names_are_completed_while_typing;
mod nothing_is_asked_for_after_loading;
mod removed_text_can_be_shown;
mod search_answers_while_typing;
mod the_address_holds_everything;
mod the_keyboard_is_enough;
mod the_strip_is_brushed_with_keys;
mod the_strip_is_brushed_with_the_mouse;
mod versions_of_a_story_stand_together;
mod who_and_where_count_articles;
