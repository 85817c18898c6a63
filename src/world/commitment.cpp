#include "world/commitment.h"

namespace entente::world {

std::string_view word(Duty duty) {
  switch (duty) {
    case Duty::fight:
      return "fight";
    case Duty::assist:
      return "assist";
    case Duty::supply:
      return "supply";
    case Duty::share:
      return "share";
    case Duty::host:
      return "host";
    case Duty::consult:
      return "consult";
    case Duty::stay_out:
      return "stay_out";
    case Duty::not_attack:
      return "not_attack";
    case Duty::none:
      break;
  }
  return "none";
}

std::string_view word(Discretion discretion) {
  switch (discretion) {
    case Discretion::automatic:
      return "automatic";
    case Discretion::own_judgement:
      return "own_judgement";
    case Discretion::on_request:
      return "on_request";
    case Discretion::by_vote:
      break;
  }
  return "by_vote";
}

std::string_view word(Form form) {
  switch (form) {
    case Form::treaty:
      return "treaty";
    case Form::executive:
      return "executive";
    case Form::statute:
      return "statute";
    case Form::memorandum:
      return "memorandum";
    case Form::declaration:
      break;
  }
  return "declaration";
}

}  // namespace entente::world
