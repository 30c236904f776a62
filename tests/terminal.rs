//! What a person sees on a terminal of 80×24 and of 200×50: pages, tables, prompts, the pager, the explorer; and that the
//! terminal is left as it was.

#[path = "run/site.rs"]
mod site;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use site::site;
use support::Repo;
use terminal::{CTRL_C, DOWN, ENTER, ESCAPE, LARGE, SHIFT_TAB, SMALL, on_terminal_of, wait_for};

/// A repository with more stacks than a screen has lines.
fn large() -> Repo {
    let mut repo = Repo::new();
    for number in 0..60 {
        let name = format!("plat-{}-{number:02}", if number % 2 == 0 { "dev" } else { "prod" });
        let manifest = format!(
            "vars: {{stage: {name}}}\ncomponents:\n  terraform:\n    vpc: {{vars: {{cidr: 10.{number}.0.0/16}}}}\n    \
             eks: {{vars: {{size: 3}}, dependencies: {{components: [{{name: vpc}}]}}}}\n"
        );
        repo = repo.file(&format!("stacks/deploy/{name}.yaml"), &manifest);
    }
    repo
}

#[track_caller]
fn fits(screen: &str, columns: usize) {
    let long: Vec<&str> = screen.lines().filter(|line| line.chars().count() > columns).collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn alone_it_tells_what_can_be_done_here() {
    for size in [SMALL, LARGE] {
        let left = on_terminal_of(&Repo::example(), &[], size).leave();
        assert_eq!(left.code, Some(0), "{}", left.text);
        assert!(
            left.text.contains("2 stacks, 3 components") && left.text.contains("gaia context use dev"),
            "{}",
            left.text
        );
        assert!(left.is_clean);
        fits(&left.screen, size.0.into());
    }
}

#[test]
fn tables_fit_the_width() {
    let long = "a description that goes on and on ".repeat(6);
    let repo = large().file(
        "stacks/deploy/z.yaml",
        &format!("vars: {{stage: z}}\ncomponents: {{terraform: {{vpc: {{vars: {{about: \"{long}\"}}}}}}}}\n"),
    );
    for size in [SMALL, LARGE] {
        let words = ["--no-pager", "list", "instances", "--columns", "stack,component,About=vars.about"];
        let left = on_terminal_of(&repo, &words, size).leave();
        assert_eq!(left.code, Some(0), "{}", left.text);
        fits(&left.screen, size.0.into());
        // the terminal would break a line that is too long at its edge: the words are whole only if the table did it
        assert!(left.screen.contains("description that"), "{}", left.screen);
        assert!(left.screen.contains("121 rows"), "{}", left.screen);
    }
    // a column for each of 60 stacks would be narrower than a word
    let left = on_terminal_of(&repo, &["--no-pager", "list", "vars", "eks"], LARGE).leave();
    assert!(left.screen.contains(" plat-prod-59  ") && left.screen.contains("60 rows"), "{}", left.screen);
}

#[test]
fn colours_are_for_those_who_want_them() {
    let with = |variables: &[(&str, &str)]| {
        let mut repo = Repo::example();
        for (name, value) in variables {
            repo = repo.variable(name, value);
        }
        // quiet: what says that it is at work moves the cursor
        on_terminal_of(&repo, &["list", "stacks", "--quiet"], SMALL).leave().text
    };
    assert!(with(&[]).contains("\x1b[1m"), "headings are bold");
    for variables in [("NO_COLOR", "1"), ("TERM", "dumb"), ("GAIA_COLOR", "never")] {
        let text = with(&[variables]);
        assert!(text.contains("prod") && !text.contains('\x1b'), "{variables:?}: {text:?}");
    }
    let piped = Repo::example().variable("CLICOLOR_FORCE", "1").answer(&["graph", "-s", "dev"]);
    assert!(piped.contains('\x1b'), "{piped:?}");
}

#[test]
fn a_prompt_is_answered_by_a_part_of_the_name() {
    for size in [SMALL, LARGE] {
        let repo = large();
        let mut terminal = on_terminal_of(&repo, &["context", "use"], size);
        terminal.wait_to_see("Which stack?");
        terminal.press(b"prod7");
        terminal.wait_to_see("plat-prod-07");
        terminal.press(ENTER);
        let left = terminal.leave();
        assert_eq!(left.code, Some(0), "{}", left.text);
        assert!(left.screen.contains("The current stack is plat-prod-07."), "{}", left.screen);
        assert!(left.is_clean);
        assert_eq!(repo.answer(&["context", "show"]), "plat-prod-07\n");
    }
}

#[test]
fn shift_tab_goes_back_to_the_question_before() {
    let repo = Repo::empty();
    let mut terminal = on_terminal_of(&repo, &["init", "new"], SMALL);
    terminal.wait_to_see("Short name of the organisation");
    terminal.press(b"acmee\r");
    terminal.wait_to_see("looks after the platform");
    terminal.press_and_see_again(SHIFT_TAB, "Short name");
    // what was said stands there to be edited
    terminal.press_and_see_again(b"\x7f\r", "looks after");
    for next in ["Where the team is reached", "keeps its state", "runs on every change", "The branch"] {
        terminal.press(ENTER);
        terminal.wait_to_see(next);
    }
    terminal.press(ENTER);
    let left = terminal.leave();
    assert_eq!(left.code, Some(0), "{}", left.text);
    assert!(left.is_clean && left.screen.contains("gaia plan -s"), "{}", left.screen);
    assert!(repo.read("new/.copier-answers.yml").contains("namespace: acme\n"), "{}", left.screen);
}

#[test]
fn what_a_command_line_lacks_is_asked_for() {
    for size in [SMALL, LARGE] {
        let repo = large();
        let mut terminal = on_terminal_of(&repo, &["describe", "component", "--query", ".vars.cidr"], size);
        terminal.wait_to_see("Which stack?");
        terminal.press(b"prod7\r");
        terminal.wait_to_see("Which component?");
        terminal.press_and_see_again(SHIFT_TAB, "Which stack?");
        terminal.press(b"prod9\r");
        terminal.wait_to_see("plat-prod-09");
        terminal.wait_to_see("Which component?");
        terminal.press(b"vp");
        terminal.press(ENTER);
        let left = terminal.leave();
        assert_eq!(left.code, Some(0), "{}", left.text);
        assert!(left.is_clean && left.screen.contains("10.9.0.0/16"), "{}", left.screen);
        fits(&left.screen, size.0.into());
    }
}

#[test]
fn arguments_of_a_workflow_are_asked_for_with_a_way_back() {
    let flow = "workflows:\n  greet:\n    steps:\n      - run: {command: 'echo \"$name of $town, $api_token\"'}\n";
    let repo = Repo::example().file("flows/greet.yaml", flow).variable("ATMOS_WORKFLOWS_BASE_PATH", "flows");
    let mut terminal = on_terminal_of(&repo, &["workflow", "run", "greet"], SMALL);
    terminal.wait_to_see("name, an argument of the workflow `greet`");
    terminal.press(ENTER);
    terminal.wait_to_see("something must stand here");
    terminal.press(b"Annn\r");
    terminal.wait_to_see("town, an argument");
    terminal.press_and_see_again(ESCAPE, "name, an argument");
    terminal.press_and_see_again(b"\x7f\r", "town, an argument");
    // Ctrl-U takes back what is typed, Ctrl-W its last word
    terminal.press(b"Paris\x15Bath Spa\x17\x7f\r");
    terminal.wait_to_see("api_token, an argument");
    terminal.press(b"t0p\r");
    let left = terminal.leave();
    assert_eq!(left.code, Some(0), "{}", left.text);
    assert!(left.is_clean && left.screen.contains("\nAnn of Bath, t0p\n"), "{}", left.screen);
    assert_eq!(left.text.matches("t0p").count(), 1, "a secret is not shown while it is typed: {}", left.text);
    // who leaves the first question is told what to give
    let mut terminal = on_terminal_of(&repo, &["workflow", "run", "greet"], SMALL);
    terminal.wait_to_see("name, an argument");
    terminal.press(ESCAPE);
    let left = terminal.leave();
    assert_eq!(left.code, Some(64), "{}", left.text);
    assert!(left.screen.contains("needs name, town, api_token"), "{}", left.screen);
}

#[test]
fn what_is_wrong_with_an_answer_is_said_in_the_words_of_the_template() {
    let repo = Repo::empty();
    let mut terminal = on_terminal_of(&repo, &["init", "new"], SMALL);
    terminal.wait_to_see("Short name of the organisation");
    terminal.press(b"A B");
    let screen = terminal.wait_to_see("2 to 20 lower-case letters, digits");
    assert!(!screen.contains("Validation error"), "{screen}");
    terminal.press(CTRL_C);
    let left = terminal.leave();
    assert_eq!(left.code, Some(130));
    // who stops is not shown a line of the template
    assert!(left.screen.contains("stopped by user") && !left.screen.contains("-->"), "{}", left.screen);
}

#[test]
fn each_question_offers_what_there_is() {
    let workflows = "workflows:\n  deploy: {steps: [{command: version}]}\n";
    let repo = Repo::example().file("flows/a.yaml", workflows).file("flows/b.yaml", workflows);
    let repo = repo.variable("ATMOS_WORKFLOWS_BASE_PATH", "flows");
    let first = |words: &[&str], question: &str, choice: &str| {
        let mut terminal = on_terminal_of(&repo, words, SMALL);
        terminal.wait_to_see(question);
        let screen = terminal.wait_to_see(choice);
        terminal.press(CTRL_C);
        let left = terminal.leave();
        assert_eq!(left.code, Some(130), "{words:?}: {}", left.text);
        assert!(left.is_clean && !repo.path().join("x").exists(), "{words:?}: {}", left.text);
        screen
    };
    first(&["why"], "Which stack?", "prod");
    first(&["why", "-s", "dev"], "Which component?", "vpc");
    first(&["list", "vars"], "Which component?", "vpc");
    first(&["context", "use"], "Which stack?", "prod");
    first(&["ephemeral", "up", "x"], "Which stack?", "prod");
    first(&["workflow", "run"], "Which workflow?", "b/deploy");
    first(&["template", "copy"], "Which template?", "bundled:nodejs-api");
    first(&["template", "copy", "bundled:nodejs-api"], "The project", "");
    first(&["pipeline", "render"], "Which engine?", "jenkins");
    first(&["completions"], "Which shell?", "fish");
    first(&["env", "onboard"], "The tenant", "");
    first(&["cert", "request"], "A name that the certificate", "");
}

#[test]
fn a_text_is_checked_while_it_is_typed() {
    let repo = Repo::example();
    let mut terminal = on_terminal_of(&repo, &["component", "create", "--dry-run"], SMALL);
    terminal.wait_to_see("Its name");
    terminal.press(b"--x");
    terminal.wait_to_see("unexpected argument");
    terminal.press(b"\x7f\x7f\x7f");
    terminal.wait_to_see("something must stand here");
    terminal.press(b"queue\r");
    let left = terminal.leave();
    assert_eq!(left.code, Some(0), "{}", left.text);
    assert!(left.is_clean && left.screen.contains("Nothing is written."), "{}", left.screen);
}

#[test]
fn who_leaves_the_first_question_is_told_what_to_give() {
    let repo = Repo::example();
    let mut terminal = on_terminal_of(&repo, &["context", "use"], SMALL);
    terminal.wait_to_see("Which stack?");
    terminal.press(ESCAPE);
    let left = terminal.leave();
    assert_eq!(left.code, Some(64), "{}", left.text);
    assert!(left.is_clean && left.screen.contains("STACK can be dev, prod"), "{}", left.screen);
    // there is nothing to choose from, or no way to tell
    let left = on_terminal_of(&repo, &["run", "logs"], SMALL).leave();
    assert_eq!(left.code, Some(64), "{}", left.text);
    let broken = Repo::example().file("stacks/deploy/broken.yaml", "a: [");
    let left = on_terminal_of(&broken, &["context", "use"], SMALL).leave();
    assert_eq!(left.code, Some(1), "{}", left.text);
    assert!(left.screen.contains("broken.yaml:1"), "{}", left.screen);
}

#[test]
fn ctrl_c_in_a_prompt_leaves_the_terminal_as_it_was() {
    let repo = large();
    let mut terminal = on_terminal_of(&repo, &["context", "use"], SMALL);
    terminal.wait_to_see("Which stack?");
    terminal.press(CTRL_C);
    let left = terminal.leave();
    assert_eq!(left.code, Some(130), "{}", left.text);
    assert!(left.is_clean, "{:?}", left.text);
    assert!(!repo.path().join(".gaia/context.json").exists());

    // a question of a template reads its keys in another way
    let repo = Repo::empty();
    let mut terminal = on_terminal_of(&repo, &["init", "new"], SMALL);
    terminal.wait_to_see("organisation");
    terminal.press(CTRL_C);
    let left = terminal.leave();
    assert_eq!(left.code, Some(130), "{}", left.text);
    assert!(left.is_clean, "{:?}", left.text);
}

#[test]
fn ctrl_c_in_a_run_leaves_the_terminal_and_the_journal_whole() {
    let repo = site(&["dev"], &[("app", &["db"], ""), ("db", &["vpc"], "wait: 3"), ("vpc", &[], "")]);
    let mut terminal = on_terminal_of(&repo, &["apply", "-s", "dev", "--auto-approve"], SMALL);
    wait_for("the component that takes its time", || {
        let shown = repo.run(&["run", "show", "--format", "json"]).stdout;
        shown.contains("\"name\": \"dev:db\"") && shown.contains("\"step_started\"")
    });
    terminal.wait_to_see("dev:db");
    terminal.press(CTRL_C);
    terminal.wait_for("stopping");
    let left = terminal.leave();
    assert_eq!(left.code, Some(130), "{}", left.text);
    assert!(left.is_clean, "{:?}", left.text);
    assert_eq!(repo.json(&["run", "list", "--format", "json"])[0]["state"], "interrupted");
}

#[test]
fn runs_show_how_far_they_are() {
    for size in [SMALL, LARGE] {
        let repo = site(&["dev", "prod"], &[("app", &["vpc"], ""), ("vpc", &[], "")]);
        let terminal = on_terminal_of(&repo, &["plan", "--all"], size);
        terminal.wait_to_see("/4 wave");
        let left = terminal.leave();
        assert_eq!(left.code, Some(0), "{}", left.text);
        assert!(left.is_clean);
        assert!(!left.screen.contains("/4 wave"), "the bar is gone in the end:\n{}", left.screen);
        assert!(left.screen.contains("applies it."), "{}", left.screen);
    }
}

#[test]
fn long_answers_are_paged() {
    let paged = |pager: &str, words: &[&str], size| {
        let left = on_terminal_of(&large().variable("GAIA_PAGER", pager), words, size).leave();
        assert_eq!(left.code, Some(0), "{}", left.text);
        assert!(left.is_clean);
        left.text
    };
    let mark = "sed s/^/paged:/";
    assert!(paged(mark, &["list", "stacks"], SMALL).contains("paged: plat-prod-59"));
    assert!(!paged(mark, &["list", "stacks", "--no-pager"], SMALL).contains("paged:"));
    // what fits the screen needs no pager
    assert!(!paged(mark, &["context", "show"], SMALL).contains("paged:"));
    assert!(!paged(mark, &["list", "components"], SMALL).contains("paged:"));
    // who leaves the pager has seen enough
    let text = paged("head -n 3", &["describe", "stacks"], LARGE);
    assert!(text.contains("plat-dev-00") && text.lines().count() == 3, "{text}");
    // one that is not there, and none
    for pager in ["no-such-pager", "", "cat"] {
        assert!(paged(pager, &["list", "stacks"], SMALL).contains("60 rows"), "{pager:?}");
    }
    // what is written is UTF-8, whatever the locale of a container says
    let text = paged("sh -c 'echo $LESSCHARSET $LESS'", &["list", "stacks"], SMALL);
    assert!(text.contains("utf-8 FRX"), "{text}");
    let piped = large().variable("GAIA_PAGER", mark).answer(&["list", "stacks"]);
    assert_eq!(piped.lines().next(), Some("plat-dev-00"));
}

#[test]
fn the_explorer_shows_a_repository() {
    for size in [SMALL, LARGE] {
        let repo = large();
        let mut terminal = on_terminal_of(&repo, &["ui"], size);
        terminal.wait_to_see("plat-dev-00");
        terminal.press(b"/prod7");
        terminal.wait_to_see("6/60");
        terminal.press(ENTER);
        terminal.press(ENTER);
        terminal.wait_to_see("vars.size = 3");
        terminal.press(DOWN);
        let screen = terminal.wait_to_see("vars.cidr = \"10.7.0.0/16\"");
        assert!(screen.contains("prod-07.yaml:4"), "the origin stands beside it:\n{screen}");
        terminal.press(b"2");
        terminal.wait_to_see("needed by eks");
        terminal.press(b"3");
        terminal.wait_to_see("no runs yet");
        terminal.press(b"?");
        terminal.wait_to_see("any key closes this");
        terminal.press(b"x");
        terminal.press(b"1");
        terminal.wait_to_see("vars.cidr");
        let screen = terminal.screen();
        assert!(screen.lines().last().unwrap_or_default().contains("q quit"), "{screen}");
        terminal.press(b"q");
        let left = terminal.leave();
        assert_eq!(left.code, Some(0), "{}", left.text);
        assert!(left.is_clean);
    }
}

#[test]
fn the_explorer_follows_the_size_of_its_terminal() {
    let repo = large();
    let mut terminal = on_terminal_of(&repo, &["ui"], SMALL);
    terminal.wait_to_see("plat-dev-00");
    for size in [LARGE, (40, 12), (10, 3), SMALL] {
        terminal.resize(size);
        terminal.wait_to_see(if size.0 == 10 { "too small" } else { "plat-dev-00" });
    }
    terminal.press(ESCAPE);
    terminal.press(CTRL_C);
    let left = terminal.leave();
    assert_eq!(left.code, Some(130), "{}", left.text);
    assert!(left.is_clean);
}

#[test]
fn the_explorer_needs_a_terminal() {
    let error = Repo::example().refusal(&["ui"], 64);
    assert!(error.contains("`gaia ui` needs a terminal") && error.contains("`gaia list`"), "{error}");
    // what is wrong with the repository is told where its stacks would be
    let repo = Repo::example().file("stacks/deploy/broken.yaml", "a: [");
    let mut terminal = on_terminal_of(&repo, &["ui"], SMALL);
    terminal.wait_to_see("gaia validate");
    terminal.press(b"q");
    assert!(terminal.leave().is_clean);
}
