// Verifies an exported log with golang.org/x/mod/sumdb, which shares no code with this project:
// the checkpoint's signature, inclusion of every entry named, a proof file, and consistency with an
// older checkpoint.
//
//	go run main.go FOLDER VKEY PROOF ENTRY OLDER
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// tiles reads C2SP tlog-tiles; x/mod has the tile height in its paths, C2SP has not.
type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func read(file string) []byte {
	data, err := os.ReadFile(file)
	must(err)
	return data
}

func checkpoint(data []byte, verifiers note.Verifiers) tlog.Tree {
	signed, err := note.Open(data, verifiers)
	must(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	hash, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: hash}
}

func main() {
	log.SetFlags(0)
	folder, vkey, proofFile, entryFile, olderFile := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	verifier, err := note.NewVerifier(vkey)
	must(err)
	verifiers := note.VerifierList(verifier)
	tree := checkpoint(read(filepath.Join(folder, "checkpoint")), verifiers)
	hashes := tlog.TileHashReader(tree, tiles{folder})

	proof := read(proofFile)
	divide := bytes.Index(proof, []byte("\n\n"))
	lines := strings.Split(string(proof[:divide]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		log.Fatal("not a proof: ", lines[0])
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	must(err)
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		must(err)
		path = append(path, tlog.Hash(*(*[32]byte)(hash)))
	}
	proved := checkpoint(proof[divide+2:], verifiers)
	leaf := tlog.RecordHash(read(entryFile))
	must(tlog.CheckRecord(path, proved.N, proved.Hash, index, leaf))

	own, err := tlog.ProveRecord(tree.N, index, hashes)
	must(err)
	must(tlog.CheckRecord(own, tree.N, tree.Hash, index, leaf))

	older := checkpoint(read(olderFile), verifiers)
	consistency, err := tlog.ProveTree(tree.N, older.N, hashes)
	must(err)
	must(tlog.CheckTree(consistency, tree.N, tree.Hash, older.N, older.Hash))
	fmt.Printf("index %d in a tree of %d, which begins with one of %d\n", index, tree.N, older.N)
}
