// Writes what real Go, sprig and gomplate answer to the templates under cases/, for tests/template.rs.
//
//	go run .
//
// A file of cases is called after the functions it uses: language_*, sprig_*, gomplate_*, or atmos_* for all of
// them as Atmos puts them together. A case begins with `=== name`; with `=== name ~ regexp` its output differs
// from run to run, and only has to match.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"github.com/hairyhenderson/gomplate/v3"
	"github.com/hairyhenderson/gomplate/v3/data"
	"gopkg.in/yaml.v3"
)

type golden struct {
	Name     string  `json:"name"`
	Template string  `json:"template"`
	Matches  string  `json:"matches,omitempty"`
	Default  *string `json:"default"`
	Strict   *string `json:"strict"`
	Error    string  `json:"error,omitempty"`
}

func functions(group string) template.FuncMap {
	all := template.FuncMap{}
	kind, _, _ := strings.Cut(group, "_")
	if kind == "gomplate" || kind == "atmos" {
		maps.Copy(all, gomplate.CreateFuncs(context.Background(), &data.Data{Ctx: context.Background()}))
	}
	if kind == "sprig" || kind == "atmos" {
		maps.Copy(all, sprig.FuncMap())
	}
	// a function with arguments that gives a map, as `atmos.Component` does
	all["atmosComponent"] = func(component, stack string) map[string]any {
		return map[string]any{"outputs": map[string]any{"vpc_id": component + "-" + stack + "-123"}}
	}
	return all
}

// render runs a template with fresh data and functions, because `set` and `defineDatasource` change them.
func render(name, text, option, group string) (string, error) {
	raw, err := os.ReadFile("data.json")
	check(err)
	var values map[string]any
	check(yaml.Unmarshal(raw, &values))
	parsed, err := template.New(name).Funcs(functions(group)).Option("missingkey=" + option).Parse(text)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	err = parsed.Execute(&out, values)
	return out.String(), err
}

func main() {
	os.Setenv("TZ", "UTC")
	os.Setenv("GAIA_TEST", "from the environment")
	files, err := filepath.Glob("cases/*.txt")
	check(err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		check(err)
		group := strings.TrimSuffix(filepath.Base(file), ".txt")
		seen := map[string]bool{}
		var results []golden
		for _, block := range strings.Split("\n"+string(text), "\n=== ")[1:] {
			head, body, _ := strings.Cut(block, "\n")
			name, pattern, _ := strings.Cut(head, " ~ ")
			if seen[name] {
				panic(fmt.Sprintf("%s: %s is there twice", file, name))
			}
			seen[name] = true
			results = append(results, run(name, pattern, strings.TrimSuffix(body, "\n"), group))
		}
		write(filepath.Join("golden", group+".json"), results)
		fmt.Printf("%s: %d\n", group, len(results))
	}
}

func run(name, pattern, text, group string) golden {
	result := golden{Name: name, Template: text, Matches: pattern}
	lenient, err := render(name, text, "default", group)
	if err != nil {
		result.Error = err.Error()
	} else {
		result.Default = &lenient
	}
	strict, err := render(name, text, "error", group)
	if err != nil {
		result.Error = err.Error()
	} else {
		result.Strict = &strict
	}
	if pattern != "" {
		if result.Default == nil || !regexp.MustCompile("^(?s:"+pattern+")$").MatchString(lenient) {
			panic(fmt.Sprintf("%s: %q %s does not match %s", name, lenient, result.Error, pattern))
		}
		result.Default, result.Strict = nil, nil
	}
	return result
}

func write(path string, results []golden) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	check(encoder.Encode(results))
	check(os.WriteFile(path, out.Bytes(), 0o644))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
