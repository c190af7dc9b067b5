package actor

import "github.com/readout-project/readout/country"

// code is the CAMEO actor code of a country and a PLOVER sector. The two books
// name two sectors differently: journalists are JRN and MED, medical staff MED
// and HLH.
func code(t *country.Table, state, sector string) string {
	if c, ok := t.ByISO3(state); ok && c.CAMEO != "" {
		state = c.CAMEO
	}
	switch sector {
	case "JRN":
		sector = "MED"
	case "MED":
		sector = "HLH"
	case "SOC", "PRM", "PRE":
		sector = "" // CAMEO has no such sector
	}
	return state + sector
}
