// Writes what go-yaml v3 makes of the inputs beside it; gaia's reader and writer are tested against the answers.
//
//	cd tests/go/yaml && go run .
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

func main() {
	write("scalars.golden", scalars())
	write("documents.golden", documents())
	write("values.golden", values())
}

// A line of an answer: what went in, and what came out or why nothing did.
type answer struct {
	Name  string `json:"name,omitempty"`
	In    any    `json:"in"`
	Out   any    `json:"out,omitempty"`
	Error string `json:"error,omitempty"`
}

func write(name string, answers []answer) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for _, a := range answers {
		check(encoder.Encode(a))
	}
	check(os.WriteFile(name, out.Bytes(), 0o644))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func lines(name string) []string {
	text, err := os.ReadFile(name)
	check(err)
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// scalars: each line of scalars.txt is one plain scalar, decoded in the place of a value and in that of a key.
func scalars() (answers []answer) {
	for _, line := range lines("scalars.txt") {
		var node yaml.Node
		node.Kind = yaml.ScalarNode
		tag, text, tagged := strings.Cut(line, " ")
		if tagged && strings.HasPrefix(tag, "!!") {
			node.Tag, node.Value = tag, text
		} else {
			node.Value = line
		}
		var value any
		a := answer{In: line}
		if err := node.Decode(&value); err != nil {
			a.Error = err.Error()
		} else {
			a.Out = []any{typed(value), fmt.Sprint(value)}
		}
		answers = append(answers, a)
	}
	return answers
}

// documents: `=== name` begins a document of documents.txt; the body of `=== name (quoted)` is one quoted string.
func documents() (answers []answer) {
	var name string
	var body []string
	flush := func() {
		if name == "" {
			return
		}
		text := strings.Join(body, "\n") + "\n"
		if strings.HasSuffix(name, " (quoted)") {
			var err error
			text, err = strconv.Unquote(strings.TrimSpace(text))
			check(err)
		}
		a := answer{Name: name, In: text}
		if value, err := decode(text); err != nil {
			a.Error = err.Error()
		} else {
			a.Out = []any{value}
		}
		answers = append(answers, a)
		body = nil
	}
	for _, line := range lines("documents.txt") {
		if rest, ok := strings.CutPrefix(line, "=== "); ok {
			flush()
			name = rest
			continue
		}
		body = append(body, line)
	}
	flush()
	return answers
}

// decode as Atmos does: into nodes, custom tags made part of the text, and then into values.
func decode(text string) (value any, err error) {
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(text), &node); err != nil {
		return nil, err
	}
	keepTags(&node)
	if err := node.Decode(&value); err != nil {
		return nil, err
	}
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("%v", reason)
		}
	}()
	return typed(value), nil
}

func keepTags(node *yaml.Node) {
	if tag := node.Tag; strings.HasPrefix(tag, "!") && !strings.HasPrefix(tag, "!!") && tag != "!" {
		if node.Kind == yaml.ScalarNode {
			node.Value = strings.TrimSpace(tag + " " + strings.TrimSpace(node.Value))
		}
		node.Tag = ""
	}
	for _, child := range node.Content {
		keepTags(child)
	}
}

// typed tells floats and times from integers and strings, which JSON alone would not.
func typed(value any) any {
	switch v := value.(type) {
	case float64:
		return map[string]any{"!float": strconv.FormatFloat(v, 'g', -1, 64)}
	case time.Time:
		return map[string]any{"!time": []string{v.Format(time.RFC3339Nano), v.String()}}
	case []any:
		items := []any{}
		for _, item := range v {
			items = append(items, typed(item))
		}
		return items
	case map[string]any:
		entries := map[string]any{}
		for key, item := range v {
			entries[key] = typed(item)
		}
		return entries
	case map[any]any:
		entries := map[string]any{}
		for key, item := range v {
			if key == nil {
				panic("a key is null")
			}
			entries[fmt.Sprint(key)] = typed(item)
		}
		return entries
	}
	return value
}

// values: each line of values.txt is a JSON value; `{"!float": ".inf"}` and `{"!time": "2024-01-02"}` say what JSON cannot.
func values() (answers []answer) {
	for _, line := range lines("values.txt") {
		decoder := json.NewDecoder(strings.NewReader(line))
		decoder.UseNumber()
		var in any
		check(decoder.Decode(&in))
		var out bytes.Buffer
		encoder := yaml.NewEncoder(&out)
		encoder.SetIndent(2)
		check(encoder.Encode(plain(in)))
		answers = append(answers, answer{In: in, Out: out.String()})
	}
	return answers
}

func plain(value any) any {
	switch v := value.(type) {
	case json.Number:
		if i, err := strconv.ParseInt(v.String(), 10, 64); err == nil {
			return i
		}
		if u, err := strconv.ParseUint(v.String(), 10, 64); err == nil {
			return u
		}
		f, err := v.Float64()
		check(err)
		return f
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
		return v
	case map[string]any:
		if text, ok := v["!float"]; ok {
			var f float64
			check(yaml.Unmarshal([]byte(text.(string)), &f))
			return f
		}
		if text, ok := v["!time"]; ok {
			var t time.Time
			check(yaml.Unmarshal([]byte(text.(string)), &t))
			return t
		}
		entries := map[string]any{}
		for key, item := range v {
			entries[key] = plain(item)
		}
		return entries
	}
	return value
}
