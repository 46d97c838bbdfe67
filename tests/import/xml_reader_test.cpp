// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "import/xml_reader.hpp"
#include "relata/error.hpp"

using namespace relata;
using importing::XmlReader;

namespace {

/// `<a k=v>text</a>` with what the reader makes of it.
std::string pieces(const std::string& bytes) {
  const importing::InputText input{bytes, "in.xml"};
  XmlReader xml(input);
  std::string all;
  for (;;) {
    switch (xml.next()) {
      case XmlReader::Event::start:
        all += '<';
        all += xml.name();
        if (const std::string_view* const value = xml.attribute("k")) all.append(" k=").append(*value);
        all += '>';
        break;
      case XmlReader::Event::text:
        all += xml.text();
        break;
      case XmlReader::Event::end:
        all.append("</").append(xml.name()) += '>';
        break;
      case XmlReader::Event::finish:
        return all;
    }
  }
}

}  // namespace

TEST_CASE("XML is read as its specification has it", "[import]") {
  CHECK(pieces("<a/>") == "<a></a>");
  CHECK(pieces("\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE a SYSTEM \"a>b.dtd\"><!-- - "
               "-->\n<a >x</a >\n") == "<a>x</a>");
  CHECK(pieces("<n:a k = '1 &lt; 2'>&amp;&#65;&#x1F600;</n:a>") == "<a k=1 < 2>&A\U0001F600</a>");
  CHECK(pieces("<a>one\r\ntwo\rthree&#13;</a>") == "<a>one\ntwo\nthree\r</a>");
  CHECK(pieces("<a k=\"one\ttwo\r\nthree&#10;\"/>") == "<a k=one two three\n></a>");
  CHECK(pieces("<a>x<![CDATA[<&]]]>y<!-- no -->z<?pi?>!</a>") == "<a>x<&]yz!</a>");
  CHECK(pieces("<a> <b>\n</b> </a>") == "<a> <b>\n</b> </a>");
}

TEST_CASE("what is not well-formed is named with its place", "[import]") {
  const auto fault = [](const std::string& bytes, const std::string& says) {
    INFO(bytes);
    CHECK_THROWS_WITH(pieces(bytes), Catch::Contains(says));
  };
  fault("", "in.xml:1:1: the file ends too soon (no element found)");
  fault("text", "is this XML?");
  fault("<a>\n<b></a>", "in.xml:2:6: mismatched tag inside <b>");
  fault("<a>", "in.xml:1:4: the file ends too soon inside <a>");
  fault("<a", "ends too soon (unclosed token)");
  fault("<a k='1", "ends too soon (unclosed token)");
  fault("<a><![CDATA[", "ends too soon inside <a> (unclosed CDATA section)");
  fault("<a><!-- ", "ends too soon inside <a> (unclosed token)");
  fault("<a/><b/>", "in.xml:1:5: junk after document element");
  fault("<a k='1' k='2'/>", "in.xml:1:10: duplicate attribute");
  fault("<a k=1/>", "in.xml:1:6: not well-formed");
  fault("<a k='<'/>", "in.xml:1:7: not well-formed");
  fault("<a>&nbsp;</a>", "in.xml:1:4: undefined entity inside <a>");
  fault("<a>&</a>", "in.xml:1:5: not well-formed");
  fault("<a>&#1;</a>", "in.xml:1:4: reference to invalid character number");
  fault("<a>&#xFFFFFFFFFF;</a>", "in.xml:1:4: reference to invalid character number");
  fault(std::string("<a>\x01</a>"), "in.xml:1:4: not well-formed");
  fault(std::string("<a><![CDATA[\x01]]></a>"), "in.xml:1:13: not well-formed");
  fault("<a>\xC3\x28</a>", "in.xml:1:4: is no UTF-8");
  fault(std::string("\xFF\xFE<\0a\0", 6), "UTF-16");
  fault("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "is in ISO-8859-1");
  fault("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entities or elements of its own");
}

TEST_CASE("nesting takes no memory to speak of and has an end", "[import]") {
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  CHECK_THROWS_WITH(pieces(deep), Catch::Contains("256 deep"));
}
