# The functions of yq that jq lacks or means differently.

def yq_text: if . == null then "" else tostring end;

# A text takes in any scalar, a list any value.
def yq_add($a; $b):
  if ($a | isstring) and ($b | isarray or isobject | not) then $a + ($b | yq_text)
  elif ($b | isstring) and ($a | isarray or isobject | not) then ($a | yq_text) + $b
  elif ($a | isarray) and ($b | isarray or . == null | not) then $a + [$b]
  else $a + $b end;

# Scalars are equal when their texts are; `*` and `?` on the right match any text and any character.
def yq_glob($p):
  $p | if test("[*?]") then gsub("(?<c>[.+^$(){}|\\[\\]\\\\])"; "\\\(.c)") | gsub("\\*"; ".*") | gsub("\\?"; ".")
    | "^(" + . + ")$" else null end;
def yq_eq($a; $b):
  if ($a == null) or ($b == null) or ([$a, $b] | any(isarray or isobject)) then $a == $b
  else ($b | tostring) as $p | ($a | tostring) as $t | yq_glob($p) as $re
    | if $re then ($t | test($re; "s")) else $t == $p end end;

def upcase: ascii_upcase;
def downcase: ascii_downcase;
def to_string: tostring;
def to_number: tonumber;
def to_json: tojson;
def to_json($indent): tojson;
def from_json: fromjson;
def @jsond: fromjson;
def filter(f): map(select(f));
def any_c(f): any(.[]; f);
def all_c(f): all(.[]; f);
def with(p; f): p |= f;
def explode(f): .;
def sort_keys(f): .;
def sub(re; s): gsub(re; s);
def pick($keys):
  if isarray then [.[$keys[]]] else . as $m | reduce $keys[] as $k ({}; if $m | has($k) then .[$k] = $m[$k] else . end) end;
def omit($keys): with_entries(select(.key as $k | $keys | any(. == $k) | not));
def tag:
  if . == null then "!!null" elif isboolean then "!!bool" elif isstring then "!!str"
  elif isarray then "!!seq" elif isobject then "!!map"
  elif . == (. | floor) and (tostring | test("[.eE]") | not) then "!!int" else "!!float" end;
def kind: if isarray then "seq" elif isobject then "map" else "scalar" end;
def yq_env($name): env[$name] as $v | if $v == null then null else (try ($v | fromjson) catch $v) end;
