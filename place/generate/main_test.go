package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/readout-project/readout/place/gazetteer"
)

// town writes a row of cities1000.txt.
func town(id, name, alternates, lat, lon, feature, iso2, division, population string) string {
	f := make([]string, 19)
	f[colID], f[colName], f[colASCII], f[colAlternates], f[colLat], f[colLon] = id, name, name, alternates, lat, lon
	f[colFeature], f[colCountry], f[colDivision], f[colPopulation] = feature, iso2, division, population
	return strings.Join(f, "\t") + "\n"
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	divisions := write("admin1.json", `[{"code":"XX.02","name":"East Province"},{"code":"XX.01","name":"West Province"}]`)
	cities := write("cities1000.txt",
		town("1", "Altburg", "Vieuxbourg,XAB,Старый", "10", "20", "PPLC", "XX", "01", "90000")+
			town("2", "Neuburg", "Neufbourg", "14", "26", "PPL", "XX", "01", "5000")+
			town("3", "Altstadt", "", "14", "26", "PPLX", "XX", "01", "5000")+
			town("4", "Weiler", "", "0", "0", "PPL", "XX", "02", "20")+
			town("5", "Fernost", "", "60", "170", "PPL", "XX", "02", "2000")+
			town("6", "Fernwest", "", "62", "-176", "PPL", "XX", "02", "3000"))
	out := filepath.Join(dir, "out.zst")
	if err := run(cities, divisions, out); err != nil {
		t.Fatal(err)
	}
	packed, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	if g.Len() != 6 {
		t.Errorf("%d places; parts of towns and hamlets stay out", g.Len())
	}
	if e := g.Lookup("Vieuxbourg"); len(e) != 1 || !e[0].Capital || !e[0].Alternate || e[0].Adm1 != "West Province" || e[0].GeoNames != 1 {
		t.Errorf("Vieuxbourg is %+v", e)
	}
	for _, none := range []string{"XAB", "Старый", "Neufbourg", "Altstadt", "Weiler"} {
		if e := g.Lookup(none); len(e) > 0 {
			t.Errorf("%s is %+v", none, e)
		}
	}
	if e := g.Lookup("West"); len(e) != 1 || !e[0].Division || e[0].Lat != 12 || e[0].Lon != 23 || e[0].Population != 95000 {
		t.Errorf("West is %+v", e)
	}
	if e := g.Lookup("East Province"); len(e) != 1 || e[0].Lat != 61 || e[0].Lon != 177 {
		t.Errorf("the province across the date line is %+v", e)
	}
}

func TestRunNamesWhatIsBroken(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x")
	if err := os.WriteFile(path, []byte("1\tA\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(path, path, filepath.Join(dir, "out")); err == nil {
		t.Error("broken divisions are read")
	}
	good := filepath.Join(dir, "good")
	if err := os.WriteFile(good, []byte("[]"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(path, good, filepath.Join(dir, "out")); err == nil || !strings.Contains(err.Error(), "x:1") {
		t.Errorf("a broken row gives %v", err)
	}
}
