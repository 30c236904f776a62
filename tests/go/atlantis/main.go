// Reads an atlantis.yaml, or with --server the configuration of a server, as the server does, and says what is wrong with it.
package main

import (
	"fmt"
	"os"

	"github.com/runatlantis/atlantis/server/core/config"
	"github.com/runatlantis/atlantis/server/core/config/valid"
)

func main() {
	if os.Args[1] == "--server" {
		defaults := valid.NewGlobalCfgFromArgs(valid.GlobalCfgArgs{})
		if _, err := (&config.ParserValidator{}).ParseGlobalCfg(os.Args[2], defaults); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	global := valid.NewGlobalCfgFromArgs(valid.GlobalCfgArgs{AllowAllRepoSettings: true})
	repo, err := (&config.ParserValidator{}).ParseRepoCfgData(text, global, "github.com/owner/repo", "main")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, project := range repo.Projects {
		fmt.Println(project.GetName(), project.DependsOn)
	}
}
