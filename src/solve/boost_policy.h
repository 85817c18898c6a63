/// How this room calls Boost.Math. Included by sources of solve only: no header of ours shows
/// Boost.
///
/// Floor 1. Everything stays in double (the wider type differs between machines), and whatever
/// would be an exception is a value: arguments are checked before a call.
#pragma once

#include <boost/math/policies/policy.hpp>

namespace entente::solve {

namespace bmp = boost::math::policies;

using Policy =
    bmp::policy<bmp::promote_double<false>, bmp::promote_float<false>,
                bmp::domain_error<bmp::ignore_error>, bmp::pole_error<bmp::ignore_error>,
                bmp::overflow_error<bmp::ignore_error>, bmp::underflow_error<bmp::ignore_error>,
                bmp::evaluation_error<bmp::ignore_error>>;

}  // namespace entente::solve
