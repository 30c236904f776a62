//! Nothing is written outside of a project, nothing runs without trust, and errors say where they come from.

use super::case::{self, gaia};
use super::conflicts::{project, write};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use tempfile::TempDir;

fn empty() -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary directory");
    fs::write(dir.path().join("settings.yml"), "{}").expect("a file");
    fs::create_dir_all(dir.path().join("template")).expect("a folder");
    dir
}

fn copy(dir: &Path, args: &[&str]) -> (i32, String) {
    let output = gaia(dir, &[&["copy", "--defaults", "--overwrite"], args, &["template", "project"]].concat());
    (output.status.code().expect("no signal"), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn no_path_leads_out_of_the_project() {
    for (answer, name) in [
        ("../evil", "{{ x }}"),
        ("..", "{{ x }}/evil"),
        ("a/../../evil", "{{ x }}"),
        ("/tmp/gaia-evil", "{{ x }}"),
        ("/tmp", "{{ x }}/gaia-evil"),
        ("..", "a/{{ x }}/{{ x }}/evil"),
        (".git", "{{ x }}/hooks/post-checkout"),
        (".GIT", "{{ x }}/config"),
        (".Git.", "{{ x }}/config"),
        ("git~1", "{{ x }}/config"),
        ("a/.git", "{{ x }}/config"),
    ] {
        let dir = empty();
        write(&dir.path().join("template"), &[("copier.yml", &format!("x: {answer}\n_exclude: []\n")), (name, "evil")]);
        for args in [&[][..], &["--trust"]] {
            let (code, said) = copy(dir.path(), args);
            assert_eq!(code, 1, "{answer} {name}: {said}");
            assert!(said.contains("is forbidden"), "{answer} {name}: {said}");
        }
        assert!(!dir.path().join("project").exists() && !dir.path().join("evil").exists(), "{answer} {name}");
        assert!(!Path::new("/tmp/gaia-evil").exists());
    }
}

#[test]
fn no_link_leads_out_of_the_project() {
    // in the project: to a directory elsewhere, by a name of its own and through another link
    for (link, target) in [("d", "../elsewhere"), ("d", "../project/../elsewhere"), ("d", "e")] {
        let dir = empty();
        write(&dir.path().join("template"), &[("d/file", "evil")]);
        fs::create_dir_all(dir.path().join("project")).expect("a folder");
        fs::create_dir_all(dir.path().join("elsewhere")).expect("a folder");
        symlink(target, dir.path().join("project").join(link)).expect("a link");
        symlink("../elsewhere", dir.path().join("project/e")).expect("a link");
        let (code, said) = copy(dir.path(), &[]);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("is forbidden"), "{said}");
        assert_eq!(fs::read_dir(dir.path().join("elsewhere")).expect("a folder").count(), 0);
    }
    // in the template: out of it, and a link that the template itself makes and then writes through
    let dir = empty();
    write(dir.path(), &[("secret", "hush"), ("template/a", "a")]);
    symlink("../secret", dir.path().join("template/b")).expect("a link");
    let (code, said) = copy(dir.path(), &[]);
    assert!(code == 1 && said.contains("is forbidden"), "{said}");

    let dir = empty();
    fs::create_dir_all(dir.path().join("elsewhere")).expect("a folder");
    let template = dir.path().join("template");
    write(&template, &[("copier.yml", "_preserve_symlinks: true\nx: d\n"), ("{{ x }}/file", "evil")]);
    symlink("../elsewhere", template.join("d")).expect("a link");
    let (code, said) = copy(dir.path(), &[]);
    assert!(code == 1 && said.contains("is forbidden"), "{said}");
    assert_eq!(fs::read_dir(dir.path().join("elsewhere")).expect("a folder").count(), 0);
}

#[test]
fn no_answers_file_and_no_tree_lead_out_of_the_project() {
    let answers = ("{{ _copier_conf.answers_file }}.jinja", "{{ _copier_answers|to_nice_yaml }}");
    for (files, args) in [
        (&[answers][..], &["--answers-file", "../evil"][..]),
        (&[answers], &["--answers-file", "a/../../evil"]),
        (&[answers], &["--answers-file", "/tmp/gaia-evil"]),
        (&[answers, ("copier.yml", "_answers_file: ../evil\n")], &[]),
        (&[("{% yield x from ['..'] %}{{ x }}{% endyield %}/evil", "evil")], &[]),
        (&[("{% yield x from ['../evil'] %}{{ x }}{% endyield %}", "evil")], &[]),
        (&[("copier.yml", "_templates_suffix: ''\n"), ("{{ pathjoin('..', 'evil') }}", "evil")], &[]),
    ] {
        let dir = empty();
        write(&dir.path().join("template"), files);
        let (code, said) = copy(dir.path(), args);
        assert_eq!(code, 1, "{files:?} {args:?}: {said}");
        assert!(!dir.path().join("evil").exists() && !Path::new("/tmp/gaia-evil").exists(), "{files:?} {args:?}");
    }
}

/// What the project has made a link since is not written through.
#[test]
fn no_update_leads_out_of_the_project() {
    let dir = project(&[("d/file", "1\n")], &[], &[("d/file", "2\n"), ("d/more", "evil")], &[]);
    let root = dir.path().join("project");
    fs::create_dir_all(dir.path().join("elsewhere")).expect("a folder");
    fs::write(dir.path().join("elsewhere/file"), "1\n").expect("a file");
    fs::remove_dir_all(root.join("d")).expect("a folder");
    symlink("../elsewhere", root.join("d")).expect("a link");
    case::save(&root, None);
    for args in [&[][..], &["--conflict", "rej"]] {
        let output = gaia(dir.path(), &[&["update", "--defaults", "project"], args].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(1) && said.contains("is forbidden"), "{said}");
        assert_eq!(fs::read_to_string(dir.path().join("elsewhere/file")).expect("a file"), "1\n");
        assert_eq!(fs::read_dir(dir.path().join("elsewhere")).expect("a folder").count(), 1);
    }
}

#[test]
fn nothing_outside_of_the_template_is_read() {
    for (name, text) in [
        ("a.jinja", "{% include '../secret' %}"),
        ("a.jinja", "{% include '/etc/hostname' %}"),
        ("a.jinja", "{% import 'link' as x %}{{ x }}"),
        ("copier.yml", "!include ../secret\n"),
        ("copier.yml", "!include link\n"),
        ("copier.yml", "_subdirectory: ..\n"),
        ("copier.yml", "_external_data: {x: ../secret}\na: '{{ _external_data.x }}'\n"),
    ] {
        let dir = empty();
        write(dir.path(), &[("secret", "hush: hush")]);
        write(&dir.path().join("template"), &[("z", "z"), (name, text)]);
        if text.contains("link") {
            symlink("../secret", dir.path().join("template/link")).expect("a link");
        }
        let (code, said) = copy(dir.path(), &[]);
        assert_eq!(code, 1, "{text}: {said}");
        let made = case::read(&dir.path().join("project")).to_string();
        assert!(!made.contains("hush"), "{text}: {made}");
    }
}

#[test]
fn nothing_runs_without_trust() {
    for (settings, trusted) in [("{}", false), ("trust: [template]", true), ("trust: [templates/]", false)] {
        let dir = empty();
        fs::write(dir.path().join("settings.yml"), settings).expect("a file");
        write(&dir.path().join("template"), &[("copier.yml", "_tasks: ['touch ran']\n")]);
        write(&dir.path().join("template"), &[("a", "a")]);
        let (code, said) = copy(dir.path(), &[]);
        assert_eq!(code, if trusted { 0 } else { 4 }, "{said}");
        assert_eq!(dir.path().join("project/ran").exists(), trusted);
        assert_eq!(dir.path().join("project").exists(), trusted);
    }
}

#[test]
fn secrets_are_stored_nowhere() {
    let dir = empty();
    let questions = "_secret_questions: [b]\na: {type: str, secret: true, default: x}\nb: y\nc: z\n";
    let answers = ("{{ _copier_conf.answers_file }}.jinja", "{{ _copier_answers|to_nice_yaml }}");
    write(&dir.path().join("template"), &[("copier.yml", questions), answers]);
    let (code, said) = copy(dir.path(), &["--data", "a=hush", "--data", "b=hush"]);
    assert_eq!(code, 0, "{said}");
    let stored = fs::read_to_string(dir.path().join("project/.copier-answers.yml")).expect("a file");
    assert_eq!(stored, "_src_path: template\nc: z\n");
    assert!(!said.contains("hush"), "{said}");
}

#[test]
fn errors_name_file_and_line() {
    for (name, text, parts) in [
        (
            "sub/a.txt.jinja",
            "one\ntwo\n{{ nothing.more }}\n",
            &["'nothing' is undefined", "template/sub/a.txt.jinja:3:4\n"][..],
        ),
        ("a.jinja", "\n{% if x %}\n\n", &["template/a.jinja:2:1\n", "hint: `{% endif %}` is missing\n"]),
        (
            "a.jinja",
            "{% for x in [] %}\n{% endif %}\n",
            &["unknown tag 'endif'", "a.jinja:2:4\n", "ends with `{% endfor %}`"],
        ),
        ("a.jinja", "\n {# x\n", &["template/a.jinja:2:2\n"]),
        ("a.jinja", "\n\n{{ 1|uper }}\n", &["No filter named 'uper'", "a.jinja:3:6\n", "did you mean `upper`?"]),
        ("a.jinja", "{{ 1 is strng }}\n", &["No test named 'strng'", "a.jinja:1:9\n", "did you mean `string`?"]),
        ("a.jinja", "x {{ rnge(3) }}\n", &["'rnge' is undefined", "a.jinja:1:6\n", "did you mean `range`?"]),
        ("a.jinja", "x\n{% include 'b.j2' %}", &["'b.j2'", "template/a.jinja:2:4\n"]),
        ("a.jinja", "x\n{{ 'a'|center(9999999999) }}", &["`width` is more than 1000000", "template/a.jinja:2:8\n"]),
        ("a.jinja", "{% set x = [] %}\n{% set _ = x.append(x) %}", &["cannot hold itself", "template/a.jinja:2:"]),
        ("a.jinja", &format!("\n{{{{ {}1 }}}}", "1 + ".repeat(2000)), &["more than 500 operators", "a.jinja:2:1\n"]),
        ("a.jinja", "x\n{% yield a from b %}{% endyield %}", &["template/a.jinja:2:4\n"]),
        ("copier.yml", "a: 1\nb: [\n", &["INVALID CONFIG FILE", "template/copier.yml:2:4\n"]),
        ("copier.yml", "a: 1\nb: !foo x\n", &["tag '!foo'", "copier.yml:2:4\n"]),
        ("copier.yml", "\nhello\n", &["must be a mapping", "copier.yml:2:1\n"]),
        (
            "copier.yml",
            "a: {type: number}\n",
            &["type \"number\" in question \"a\"", "copier.yml:1:11\n", "mean `int`?"],
        ),
        (
            "copier.yml",
            "a: 1\nb: {default: '{{ x.y }}'}\n",
            &["'x' is undefined", "question \"b\"", "copier.yml:2:18\n"],
        ),
        ("copier.yml", "a:\n  default: |\n    b\n    {{ x.y }}\n", &["'x' is undefined", "copier.yml:4:8\n"]),
        ("copier.yml", "a:\n  default: 1\n  when: '{% if %}'\n", &["copier.yml:3:16\n"]),
        ("copier.yml", "a:\n  default: 1\n  validator: '{{ 1|nope }}'\n", &["for question 'a'", "copier.yml:3:20\n"]),
        ("copier.yml", "a:\n  type: int\n  choices: [1, b]\n", &["copier.yml:3:12\n"]),
        ("copier.yml", "a:\n  type: int\n", &["\"a\" is required", "copier.yml:1:1\n"]),
        ("copier.yml", "_envops:\n  trim_bloks: true\n", &["copier.yml:2:3\n", "did you mean `trim_blocks`?"]),
        ("copier.yml", "_tasks:\n- a\n- cmd: b\n", &["needs a `command`", "copier.yml:3:3\n"]),
        ("copier.yml", "_tasks: 1\n", &["`_tasks` must be a list", "copier.yml:1:9\n"]),
        ("copier.yml", "_exclude: 1\n", &["`_exclude` must be a list", "copier.yml:1:11\n"]),
        ("copier.yml", "_envops: {block_end_string: 1}\n", &["must be a text", "copier.yml:1:29\n"]),
        ("copier.yml", "d: 2024-13-05\n", &["`2024-13-05` is no date", "template/copier.yml"]),
        ("copier.yml", "_subdirectory: no\n", &["copier.yml:1:16\n"]),
        ("copier.yml", "_exclude:\n- a\n- '{{ 1|nope }}'\n", &["copier.yml:3:9\n"]),
        ("copier.yml", "_message_before_copy: |\n  a\n  {{ 1|nope }}\n", &["copier.yml:3:8\n"]),
        ("copier.yml", "_jinja_extensions: [a.B]\n", &["a.B", "copier.yml:1:20\n"]),
        (
            "{{ x.y }}.txt",
            "",
            &["Error rendering template path {{ x.y }}.txt", "'x' is undefined", "template/{{ x.y }}.txt\n"],
        ),
    ] {
        let dir = empty();
        write(&dir.path().join("template"), &[(name, text)]);
        let (code, said) = copy(dir.path(), &["--trust"]);
        assert_eq!(code, 1, "{said}");
        for part in parts {
            assert!(said.contains(part), "{part:?} is missing in {said}");
        }
    }
}

/// The byte that is none stands behind others of its line, and the file is not the one that is rendered.
#[test]
fn what_is_no_text_is_named_with_its_place() {
    for (name, parts) in [
        ("a.jinja", &["is no UTF-8: the byte 0xff", "template/a.jinja:2:3\n"][..]),
        ("copier.yml", &["INVALID CONFIG FILE", "is no UTF-8: the byte 0xff", "template/copier.yml:2:3\n"]),
        ("b", &["b:2:3: is no UTF-8: the byte 0xff", "template/a.jinja:1:4\n"]),
    ] {
        let dir = empty();
        let template = dir.path().join("template");
        write(&template, &[("a.jinja", "{% include 'b' %}")]);
        fs::write(template.join(name), b"a: b\n\xc3\xa9 \xff\n").expect("a file");
        let (code, said) = copy(dir.path(), &[]);
        assert_eq!(code, 1, "{said}");
        for part in parts {
            assert!(said.contains(part), "{part:?} is missing in {said}");
        }
        assert!(!dir.path().join("project").exists());
    }
}

#[test]
fn answers_that_are_wrong_are_shown_where_they_stand() {
    for (answers, parts) in [
        ("b: x\nn: three\n", &["--> d.yml:2:4\n", "asked by copier.yml:1\n"][..]),
        ("n: 1\nb: [\n", &["--> d.yml:2:4\n"]),
        ("- n\n", &["mapping of answers", "--> d.yml:1:1\n"]),
        ("n: 1\ncolour: gren\n", &["--> d.yml:2:9\n", "did you mean `green`?"]),
    ] {
        let dir = empty();
        let questions = "n: {type: int}\ncolour: {type: str, choices: [red, green]}\n";
        write(dir.path(), &[("template/copier.yml", questions), ("d.yml", answers)]);
        let (code, said) = copy(dir.path(), &["--data-file", "d.yml"]);
        assert!(code == 1 && !dir.path().join("project").exists(), "{said}");
        for part in parts {
            assert!(said.contains(part), "{part:?} is missing in {said}");
        }
    }
    // what was answered before, and is no YAML any more
    let dir = empty();
    write(dir.path(), &[("template/a", "a"), ("project/.copier-answers.yml", "a: 1\nb: [\n")]);
    let (code, said) = copy(dir.path(), &[]);
    assert!(code == 1 && said.contains("--> project/.copier-answers.yml:2:4\n"), "{said}");
}

/// Where a template is cloned to or unpacked is gone when somebody reads the error.
#[test]
fn errors_name_no_temporary_directory() {
    for (name, text, place) in [
        ("a.txt.jinja", "{{ 1|nothing }}\n", "template/a.txt.jinja:1:6\n"),
        ("copier.yml", "a: 1\nb: [\n", "template/copier.yml:2:4\n"),
        ("copier.yml", "a: {type: int, default: x}\n", "template/copier.yml:1:25\n"),
    ] {
        let dir = empty();
        write(&dir.path().join("template"), &[(name, text)]);
        case::save(&dir.path().join("template"), Some("v1"));
        let (code, said) = copy(dir.path(), &[]);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(place) && !said.contains("gaia-template"), "{said}");
    }
    let dir = empty();
    let output = gaia(dir.path(), &["copy", "--defaults", "bundled:component", "project"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("--> bundled:component/copier.yml:"), "{said}");
}
