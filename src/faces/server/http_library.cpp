/// The library that speaks HTTP, compiled once.
#include <utility>  // The library forgets it, and must come after it.

#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
