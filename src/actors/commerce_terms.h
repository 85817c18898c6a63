/// What trade under pressure is taken to hang on, each number a field with its range.
///
/// Floor 2; uses card. Source: models of this project, section 14, and what each field names.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::actors {

struct CommerceTerms {
  // Oil at sea.
  double supply_elasticity = 0.1, demand_elasticity = 0.14, strait_slack = 0.1;
  double stock_release = 4, lng_elasticity = 0.12, gdp_per_oil = 0.15;
  // What a voyage costs.
  double freight = 60, hull_value = 100, war_risk = 0.75, cargo = 2;
  // Between two states.
  double openness = 0.5, trade_distance = 1, alliance_trade = 0.47, trade_gdp = 0.3, evasion = 0.3;
};

using CommerceTerm = card::Assumption<CommerceTerms>;

inline constexpr std::array kCommerceTerms = {
    CommerceTerm{
        card::number("supply_elasticity", "",
                     "How much more oil is supplied, in per cent, where its price rises by "
                     "one.",
                     "Caldara, Cavallo and Iacoviello (2019): .10 to .11", "0.1", 0.05, 0.15),
        &CommerceTerms::supply_elasticity},
    CommerceTerm{card::number("demand_elasticity", "", "How much less is used, likewise.",
                              "Caldara, Cavallo and Iacoviello (2019): .13 to .14; range: "
                              "assumption",
                              "0.14", 0.05, 0.35),
                 &CommerceTerms::demand_elasticity},
    CommerceTerm{card::number("strait_slack", "share",
                              "How much more oil than usual can pass a strait of which no capacity "
                              "is known.",
                              card::kOurs, "0.1", 0, 0.3),
                 &CommerceTerms::strait_slack},
    CommerceTerm{
        card::number("stock_release", "million barrels a day",
                     "The most that all stocks together can put on the market.",
                     "Assumption; collective action of 2022: 1.3 over half a year", "4", 1, 6),
        &CommerceTerms::stock_release},
    CommerceTerm{card::number("lng_elasticity", "",
                              "Supply and demand of liquefied gas together, as for oil.",
                              card::kOurs, "0.12", 0.05, 0.3),
                 &CommerceTerms::lng_elasticity},
    CommerceTerm{card::number("gdp_per_oil", "% of GDP",
                              "What an importer loses in a year where oil is ten per cent dearer.",
                              "Order of published estimates; value and range: assumption", "0.15",
                              0.05, 0.35),
                 &CommerceTerms::gdp_per_oil},
    CommerceTerm{card::number("freight", "thousand USD a day", "Of a large tanker.", card::kOurs,
                              "60", 30, 150),
                 &CommerceTerms::freight},
    CommerceTerm{card::number("hull_value", "million USD", "Of a large tanker.", card::kOurs, "100",
                              60, 150),
                 &CommerceTerms::hull_value},
    CommerceTerm{card::number("war_risk", "% of the hull",
                              "Premium of a voyage through a strait that is in part closed.",
                              "Order of premiums in crises (peace .05, war 2 to 10); range: "
                              "assumption",
                              "0.75", 0.5, 4),
                 &CommerceTerms::war_risk},
    CommerceTerm{
        card::number("cargo", "million barrels", "Of a large tanker.", card::kOurs, "2", 1, 2.2),
        &CommerceTerms::cargo},
    CommerceTerm{
        card::number("openness", "share of GDP", "Exports and imports of a state over its GDP.",
                     "Order of the world's share; range: assumption", "0.5", 0.25, 0.9),
        &CommerceTerms::openness},
    CommerceTerm{card::number("trade_distance", "",
                              "By how many per cent trade falls where distance grows by one.",
                              "Gravity models of trade, about 1; range: assumption", "1", 0.7, 1.3),
                 &CommerceTerms::trade_distance},
    CommerceTerm{card::number("alliance_trade", "log points",
                              "What a defence pact adds to trade of two states.",
                              "Structural gravity 1967 to 2012: about 60 %; other studies find "
                              "nothing but with economic provisions",
                              "0.47", 0, 0.6),
                 &CommerceTerms::alliance_trade},
    CommerceTerm{card::number("trade_gdp", "",
                              "GDP that is lost for each per cent of GDP in trade that is cut.",
                              card::kOurs, "0.3", 0.1, 0.6),
                 &CommerceTerms::trade_gdp},
    CommerceTerm{card::number("evasion", "share", "Of cut trade that finds other ways.",
                              card::kOurs, "0.3", 0.1, 0.6),
                 &CommerceTerms::evasion},
};

/// Share of sanctions that reached some of their aim. Source: Hufbauer, Schott, Elliott and Oegg
/// (2007), 34 %; disputed (Pape 1997: 5 %).
inline constexpr double kSanctionsSucceed = 0.34;

}  // namespace entente::actors
