complete --keep-order --exclusive --command gaia --arguments "(COMPLETE=fish gaia -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
