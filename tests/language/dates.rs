//! Dates in the languages and forms that news is written in, and what is no date.

use copydesk::language::dates::{Event, Reader};

fn first(lang: &str, text: &str) -> Option<String> {
    Reader::new(Some(lang), "courier.example").find(text).first().map(|found| found.stamp.to_string())
}

#[test]
fn days_are_read_in_the_words_of_many_languages() {
    for (lang, text, day) in [
        ("en", "Saturday, May 18th, 2019", "2019-05-18"),
        ("en", "18 Sept. 2019", "2019-09-18"),
        ("en", "the 3rd of May, 2019", "2019-05-03"),
        ("en", "17-May-19", "2019-05-17"),
        ("en", "17MAY2019", "2019-05-17"),
        ("de", "Freitag, 1. März 2019", "2019-03-01"),
        ("de-AT", "3. Jänner 2020", "2020-01-03"),
        ("fr", "le 1er février 2021", "2021-02-01"),
        ("fr", "12 FEVRIER 2021", "2021-02-12"),
        ("es", "17 de mayo de 2019", "2019-05-17"),
        ("pt-BR", "17 de março de 2019", "2019-03-17"),
        ("ca", "3 d’octubre del 2020", "2020-10-03"),
        ("it", "lunedì 2 settembre 2019", "2019-09-02"),
        ("nl", "9 oktober 2020", "2020-10-09"),
        ("sv", "den 7 juni 2022", "2022-06-07"),
        ("nb", "17. mai 2019", "2019-05-17"),
        ("fi", "17. toukokuuta 2019", "2019-05-17"),
        ("pl", "8 lipca 2017 r.", "2017-07-08"),
        ("pl", "3 listopada 2020", "2020-11-03"),
        ("hr", "3. listopada 2020.", "2020-10-03"),
        ("cs", "5. září 2018", "2018-09-05"),
        ("hu", "2020. március 4.", "2020-03-04"),
        ("lt", "2019 m. balandžio 21 d.", "2019-04-21"),
        ("lv", "2019. gada 17. maijs", "2019-05-17"),
        ("ro", "17 iunie 2020", "2020-06-17"),
        ("ru", "17 мая 2019 г.", "2019-05-17"),
        ("uk", "3 листопада 2020 року", "2020-11-03"),
        ("bg", "12 ноември 2020", "2020-11-12"),
        ("sr", "12. јануар 2021.", "2021-01-12"),
        ("el", "17 Μαΐου 2019", "2019-05-17"),
        ("el", "8 ΙΟΥΝΙΟΥ 2019", "2019-06-08"),
        ("tr", "5 Ağustos 2020", "2020-08-05"),
        ("id", "17 Agustus 2019", "2019-08-17"),
        ("vi", "ngày 17 tháng 5 năm 2019", "2019-05-17"),
        ("ar", "الأربعاء، 07 أكتوبر 2020", "2020-10-07"),
        ("ar", "٧ تشرين الأول ٢٠٢٠", "2020-10-07"),
        ("he", "17 במאי 2019", "2019-05-17"),
        ("hi", "१७ मई २०१९", "2019-05-17"),
        ("bn", "১৭ মে ২০১৯", "2019-05-17"),
        ("th", "17 พ.ค. 2562", "2019-05-17"),
        ("th", "17 พฤษภาคม พ.ศ. 2562", "2019-05-17"),
        ("ja", "2019年4月21日", "2019-04-21"),
        ("ja", "令和2年5月1日", "2020-05-01"),
        ("zh-TW", "民國108年5月17日", "2019-05-17"),
        ("zh", "2019年4月21号", "2019-04-21"),
        ("ko", "2019년 4월 21일", "2019-04-21"),
        ("mn", "2019 оны 5 сарын 17", "2019-05-17"),
        ("fa", "۲۵ تیر ۱۳۹۹", "2020-07-15"),
        ("fa", "1 فروردین 1400", "2021-03-21"),
        ("fa", "۱۳۹۹/۱۲/۳۰", "2021-03-20"),
    ] {
        assert_eq!(first(lang, text).as_deref(), Some(day), "{lang}: {text}");
    }
}

#[test]
fn numbers_are_read_in_the_order_of_the_place() {
    let on = |lang: Option<&str>, host: &str| {
        Reader::new(lang, host).find("03/04/2019").first().map(|found| found.stamp.to_string()).unwrap()
    };
    assert_eq!(on(Some("en-US"), "courier.example"), "2019-03-04");
    assert_eq!(on(Some("en"), "www.courier.com"), "2019-03-04");
    assert_eq!(on(Some("en-GB"), "courier.example"), "2019-04-03");
    assert_eq!(on(Some("en"), "www.courier.co.uk"), "2019-04-03");
    assert_eq!(on(Some("de"), "courier.example"), "2019-04-03");
    assert_eq!(on(None, "courier.example"), "2019-03-04");
    for (text, day) in [
        ("11/28/2016", "2016-11-28"),
        ("28/11/2016", "2016-11-28"),
        ("22.03.2026", "2026-03-22"),
        ("7. 4. 2020", "2020-04-07"),
        ("2019.03.05", "2019-03-05"),
        ("2019/3/5", "2019-03-05"),
        ("05-12-20", "2020-12-05"),
    ] {
        assert_eq!(first("en", text).as_deref(), Some(day), "{text}");
    }
}

#[test]
fn times_of_day_are_read_with_the_zone_that_is_stated() {
    for (lang, text, time) in [
        ("en", "Published: Saturday, May 18th, 2019 at 3:16pm", "2019-05-18T15:16:00"),
        ("en", "Dec 13, 2016 at 3:45 p.m. EST", "2016-12-13T15:45:00-05:00"),
        ("en", "11:32 AM EST Feb 19, 2019", "2019-02-19T11:32:00-05:00"),
        ("en", "17 Feb 2019 05:57 GMT", "2019-02-17T05:57:00Z"),
        ("en", "Fri, 17 May 2019 15:43:07 +0200", "2019-05-17T15:43:07+02:00"),
        ("en", "Fri May 17 15:43:00 EDT 2019", "2019-05-17T15:43:00-04:00"),
        ("en", "Fri May 17 2019 15:43:00 GMT-0400 (EDT)", "2019-05-17T15:43:00-04:00"),
        ("en", "May 3, 2019, 12:05 am", "2019-05-03T00:05:00"),
        ("de", "17.05.2019, 14.30 Uhr", "2019-05-17T14:30:00"),
        ("de", "22.03.2026 - 14:08", "2026-03-22T14:08:00"),
        ("fr", "Publié le 17 mai 2019 à 14h30", "2019-05-17T14:30:00"),
        ("fi", "17.5.2019 klo 9.05", "2019-05-17T09:05:00"),
        ("it", "17 maggio 2019 alle 9:05", "2019-05-17T09:05:00"),
        ("pl", "08.07.2017, godz. 16:20", "2017-07-08T16:20:00"),
        ("ja", "2019年04月21日 12時00分更新", "2019-04-21T12:00:00"),
        ("ko", "2019.04.21. 오후 3:45", "2019-04-21T15:45:00"),
        ("zh", "2019-04-21 下午3:45", "2019-04-21T15:45:00"),
        ("ar", "07 أكتوبر 2020 - 12:09 م", "2020-10-07T12:09:00"),
        ("id", "17 Mei 2019 10:15 WIB", "2019-05-17T10:15:00+07:00"),
        ("vi", "17/5/2019 10:15 (GMT+7)", "2019-05-17T10:15:00+07:00"),
        ("en", "May 17, 2019 | 1,204 views", "2019-05-17"),
        ("en", "May 17, 2019. Page 3.15", "2019-05-17"),
        ("en", "May 17, 2019, updated at 9:40 am", "2019-05-17"),
    ] {
        assert_eq!(first(lang, text).as_deref(), Some(time), "{lang}: {text}");
    }
}

#[test]
fn what_machines_state_is_read() {
    let read = |value: &str| Reader::new(Some("en"), "").stated(value).map(|stamp| stamp.to_string());
    for (value, time) in [
        ("20120111", "2012-01-11"),
        ("201905171543", "2019-05-17T15:43:00"),
        ("20190517T154300Z", "2019-05-17T15:43:00Z"),
        ("1558107780", "2019-05-17T15:43:00Z"),
        ("1558107780000", "2019-05-17T15:43:00Z"),
        ("2019-05-17T15:43:00.123-05:00", "2019-05-17T15:43:00-05:00"),
        ("2020-12-05T23:15:0Z", "2020-12-05T23:15:00Z"),
        ("2019-05-17", "2019-05-17"),
    ] {
        assert_eq!(read(value).as_deref(), Some(time), "{value}");
    }
    for value in
        ["0001-01-01T00:00:00Z", "1970-01-01", "1969-12-31", "0", "105092", "2019-02-30", "1558107", ""]
    {
        assert_eq!(read(value), None, "{value}");
    }
}

#[test]
fn what_is_no_date_is_not_read_as_one() {
    for text in [
        "14 October",
        "yesterday",
        "May 2019",
        "192.168.2019.1",
        "version 4.17.5.2019",
        "555-123-4567",
        "The 12 men who in May met 2019 others",
        "scored 17 in March; 2019 was worse",
        "Room 3/4/20199",
        "32 May 2019",
        "1/2/3/4/2019",
    ] {
        assert_eq!(first("en", text), None, "{text}");
    }
}

#[test]
fn words_before_a_date_say_what_it_is_of() {
    for (text, event) in [
        ("Published", Some(Event::Published)),
        ("Last updated:", Some(Event::Updated)),
        ("Aktualisiert am", Some(Event::Updated)),
        ("Mis à jour le", Some(Event::Updated)),
        ("Опубликовано", Some(Event::Published)),
        ("更新", Some(Event::Updated)),
        ("Posted 3 May, updated", Some(Event::Updated)),
        ("By Edda Marwick", None),
        ("The outstanding", None),
    ] {
        assert_eq!(Reader::new(None, "").event(text), event, "{text}");
    }
}
