package actor

import (
	"strings"
)

// agent reads a noun that no table has as people where its form says so: the
// "saboteurs" of "Ukrainian saboteurs". Only a nationality, a people or an
// organisation in front makes them a party, so the caller must find one.
func (r *reading) agent(s *sentence, c chunk) *role {
	t := c.last - 1
	tok := &r.d.Tokens[t]
	if t == c.first || tok.XPOS != "NNS" && tok.XPOS != "NN" || s.atomOf(t) != nil || startsUpper(r.d.Form(t)) || tok.Len() > longestToken {
		return nil
	}
	if s.roleOf(t) != nil || s.hyphenTail(c.last) {
		return nil
	}
	at := t - 1
	for at > c.first && s.atomOf(at) == nil && r.d.Tokens[at].XPOS == "JJ" {
		at--
	}
	if a := s.atomOf(at); a == nil || a.last != at+1 {
		return nil // "the army shot two intruders" is read as one phrase
	}
	noun := lowerLemma(r.d, t)
	plural := tok.XPOS == "NNS"
	if things[noun] || privately[noun] || !personal(noun) {
		return nil
	}
	e := roleEntry{pieces: []string{noun}, noun: noun, kind: rolePerson}
	if plural {
		e.sector = "CVL"
	}
	return &role{first: t, last: c.last, entry: e, plural: plural}
}

// personal reports whether the noun has the form of those who do something.
func personal(noun string) bool {
	if len(noun) < 6 {
		return false
	}
	for _, end := range []string{"er", "or", "ist", "eer", "man", "woman", "ian", "eur"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// things are nouns of that form that are nobody.
var things = wordSet(`tanker trawler freighter cruiser launcher carrier chopper computer server router number member order border letter offer
	power water river matter quarter headquarter center chapter flower tower shelter charter winter summer dinner layer poster banner sticker filter
	meter container trailer bulldozer boiler reactor tractor motor sector factor error door floor color colour harbor harbour corridor sensor detector
	monitor mirror disaster monster cluster corner finger shoulder tiger spider laser newsletter thriller twist wrist answer paper master cover bunker
	boulder ladder leather weather feather slaughter laughter character register transfer dollar barrier frontier chamber timber lumber slumber october
	november december september encounter counter disorder wonder murder folder holder booster rotor vector mortar horror terror mentor tremor
	interceptor projector escalator generator transmitter transformer printer scanner scooter speedboater steamer liner airliner jetliner streamer
	trigger figure buffer bumper burner copper rubber cancer fever whisper wrapper zipper sweater jumper blocker stopper clipper slipper
	specimen regimen thermometer kilometer kilometre centimeter parameter diameter perimeter theater theatre amphitheater quarters teenager
	newspaper flyer stretcher refrigerator elevator indicator calculator radiator incubator excavator simulator accelerator predator alligator
	grocer locker checker cracker rocker docker docker-container cleaner cooler dryer heater lighter pointer pager ringer roller ruler shutter
	starter tracker twitter vesper voucher washer blister canister minister register toaster coaster roadster lobster hamster roster holster
	conveyor aviator minor major prior senior junior interior exterior superior anterior labor labour favor favour vapor vapour flavor flavour honor honour
	humor humour odor rumor rumour tumor tumour valor vigor behavior behaviour savior endeavor endeavour neighbor minotaur contour detour tremor
	answer banker-vessel bomber destroyer fighter-bomber gunship rocket-launcher copter helicopter super superpower manpower firepower willpower
	empower horsepower hangover takeover turnover handover crossover pullover rollover layover cover-up former latter other another either neither
	either whether together however forever rather further farther later sooner never ever over under after before`)

// privately are people of whom the news tells privately: they are no party.
var privately = wordSet(`player runner rider skier skater golfer cricketer goalkeeper defender midfielder dancer painter designer racer winner loser
	beginner swimmer surfer diver jogger sprinter bowler batter pitcher hitter fencer rower snowboarder gymnast pianist violinist guitarist
	drummer soloist conductor composer choreographer sculptor model fashionista collector gambler shopper diner drinker smoker cheater lover
	admirer viewer reader listener subscriber user customer buyer seller bidder baker butcher barber tailor plumber carpenter gardener waiter
	producer performer entertainer comedian magician presenter promoter trainer manager owner-driver designer-maker founder innovator inventor
	developer programmer supplier distributor retailer restaurateur hotelier chocolatier winemaker brewer distiller watchmaker shipbuilder builder
	explorer astronomer physicist chemist biologist geologist archaeologist paleontologist palaeontologist meteorologist forecaster dentist`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
