import js from "@eslint/js";

export default [
  js.configs.recommended,
  { languageOptions: { globals: { process: "readonly" } }, rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error" } },
];
