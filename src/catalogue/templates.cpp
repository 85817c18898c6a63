#include "catalogue/templates.h"

namespace entente::catalogue {
namespace {

constexpr std::string_view kAgreement =
    R"toml(# An agreement as Entente reads it. Keep this file as library/agreements/@NAME@.toml:
# the name of the file is the id. Every line that begins with # is a comment.
# `entente check @NAME@.toml` lists every fault with its place.

id = "@NAME@"
name = "Treaty of Mutual Assistance between France and Poland (example)"
form = "treaty"          # treaty (ratified), executive, statute, memorandum, declaration
rung = 4                 # 0 none, 1 cooperation, 2 consultation, 3 executive or partial defence,
                         # 4 ratified defence, 5 with command or forces
institution = 0          # 0 none, 1 contact, 2 staff, 3 integrated command
signed = 2025-01-15
in_force = 2025-06-01    # leave out where it never entered into force
# ended = 2035-06-01     # the last day in force
summary = "Each party comes to the assistance of the other against armed attack in Europe."
source = "Name the treaty series, volume and page here."
confidence = "C"         # A 5 %, B 15 %, C 40 %

# One block a party, or a list of codes in one block. `from` and `to` default to the days above.
[[party]]
state = ["FRA", "POL"]

# An area is a predicate over the place that is hit. Leave areas out where a clause runs anywhere.
[[area]]
id = "in_europe"
where = "administered_by in parties and continent = europe"
summary = "Territory of the parties in Europe."

# An article is a general rule: what is owed, by whom, to whom, when and where.
[[article]]
label = "art1"
text = "The parties assist one another with all means if one of them is attacked in Europe."
duty = "fight"           # fight, assist, consult, stay_out, not_attack, host, share, supply, none
trigger = "armed_attack" # aggression, threat, war, request, ... : see docs/agreements.md
area = "in_europe"
discretion = "automatic" # own_judgement, on_request, by_vote

[[article]]
label = "art2"
text = "The parties consult when one of them is threatened."
duty = "consult"
trigger = "threat"

# An exception replaces the rule it names where its conditions hold.
[[exception]]
label = "art3"
to = "art1"
provoked = true
reason = "provoked"
text = "A party that provoked the attack is owed nothing."

# What must come of an event. Examples run as tests; take away the marks to use this one.
# [[example]]
# event = "RUS attacks POL on 2026-01-10"
# expect = ["FRA:fight:@NAME@:art1"]
# why = "Poland is attacked at home, in Europe."
)toml";

constexpr std::string_view kScenario =
    R"toml(# A scenario as Entente reads it: the library with changes.
# `entente describe scenario` lists every key; `entente check @NAME@.toml` lists every fault.

[scenario]
name = "@NAME@"
base = "reference_2026"  # the scenario this one changes: a name, or a file beside this one
# empty = true           # begin with nothing but what is written here
date = 2026-07-01        # the day it describes
horizon = 90             # days that a contingency is looked at
# sets = [["baltic"], ["baltic", "taiwan"]]  # which contingencies come due together

# Something the alliances may have to answer; of one that the base has, only what is written changes.
# [[contingency]]
# id = "narva"
# event = "RUS attacks EST at narva"
# theatre = "baltic"     # whose bases and days of deployment apply
# weight = 1
# demand = [{ element = "heavy_brigade", day = 0, amount = 3 }]
# host_supply = [{ element = "light_brigade", day = 0, amount = 1 }]

# Forces of a state, all at home; a state of your own needs no more than an id.
# [[state]]
# id = "POL"
# forces = { heavy_brigade = 12 }

# Forces at one base: of a pool that is there, only the keys given change.
# [[pool]]
# owner = "USA"
# base = "europe_east"
# element = "heavy_brigade"
# amount = 2
# moved_from = "USA/us_east"  # leave out to add them, or to state how many there are

# Readiness of an element: all its days together.
# [[readiness]]
# element = "heavy_brigade"
# day = 0
# share = 0.5

# How long pools take to a contingency: an id, OWNER, a base, OWNER/base or OWNER/base/element.
# [[deploy]]
# pool = "USA/us_east"
# contingency = "baltic"
# days = 30

# What one unit short counts. Leave out for 1 over the demand.
# [element_weights]
# heavy_brigade = 0.05

# Promises beside those of the library.
# [[commitment]]
# promisor = "FRA"
# beneficiary = "POL"
# kind = "fight"         # fight, assist, supply, share, host, consult, stay_out, not_attack
# form = "treaty"        # treaty, executive, statute, memorandum, declaration
# institution = 0        # 0 to 3
# reliability = 0.8      # leave out to have it worked out

# Agreements of the library by id; `entente list agreements` names them.
[agreements]
remove = []
# add = []               # for an empty scenario

# Disputed questions of law; `entente list readings` names them and their values.
[readings]

# What governments do: a kind with its fields, or a measure; `entente list levers` names them.
# [[lever]]
# card = "buy"
# states = ["nato_member", "-USA"]  # groups too; a minus takes out
# element = "air_defence_battery"
# money = 5              # bn USD of 2025 a year, for ten years
# money_low = 4          # a range makes it an assumption
# money_high = 6

# Ranges over which assumptions are sampled, by the names of their flags.
# [uncertainty]
# warning_days = [0, 10]
)toml";

constexpr std::string_view kStudy =
    R"toml(# A study: variants of one scenario, side by side. `entente describe study` lists every key,
# `entente list levers` what a variant may do.

[study]
name = "@NAME@"
question = "What does a mutual pact of the spokes change?"
scenario = "reference_2026"
hub = "USA"
baseline = "as_it_is"    # what the others are compared with; by default the first
# measures = ["gap", "p_covered"]
# money = 30             # bn USD a year, for variants that spend

# Crossed with the variants. Leave all out to believe what the scenario has.
[[belief]]
id = "hub_believed"

[[belief]]
id = "hub_doubted"
name = "the hub in doubt"
levers = [{ card = "doubt", promisors = ["USA"], mu = -1, mu_low = -2, mu_high = -0.25 }]

[[variant]]
id = "as_it_is"

[[variant]]
id = "spokes_pacts"
name = "spokes promise one another"
levers = [{ card = "pact", states = ["JPN", "KOR", "AUS", "PHL"], duty = "fight", institution = 1 }]
# spend = { how = "pooled" }  # present_mix, each_alone or pooled
)toml";

constexpr Template kTemplates[] = {
    {"agreement", kAgreement},
    {"scenario", kScenario},
    {"study", kStudy},
};

}  // namespace

std::span<const Template> templates() { return kTemplates; }

std::string fill(const Template& one, std::string_view name) {
  constexpr std::string_view kMark = "@NAME@";
  std::string text(one.text);
  for (std::size_t at = text.find(kMark); at != std::string::npos;
       at = text.find(kMark, at + name.size())) {
    text.replace(at, kMark.size(), name);
  }
  return text;
}

}  // namespace entente::catalogue
