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

TEST_CASE("names and values stay as long as they are asked for", "[import]") {
  const std::string bytes = "<a><b k='1 &lt; 2'>x &amp; y</b><b k='&gt;'/></a>";
  const importing::InputText input{bytes, "in.xml"};
  XmlReader xml(input);
  xml.next();
  xml.next();
  const std::string_view value = xml.required("k");
  xml.next();
  const std::string_view text = xml.text();
  xml.next();
  xml.next();
  CHECK(value == "1 < 2");
  CHECK(text == "x & y");
  CHECK(xml.required("k") == ">");
}

TEST_CASE("a tag of very many attributes is read at once", "[import]") {
  std::string bytes = "<a";
  for (int i = 0; i < 200'000; ++i) bytes += " a" + std::to_string(i) + "=''";
  CHECK(pieces(bytes + "/>") == "<a></a>");
  CHECK_THROWS_WITH(pieces(bytes + " a7=''/>"), Catch::Contains("the attribute 'a7' stands twice in <a>"));
}

TEST_CASE("what is not well-formed is named with its place", "[import]") {
  const auto fault = [](const std::string& bytes, const std::string& says) {
    INFO(bytes);
    CHECK_THROWS_WITH(pieces(bytes), Catch::Contains(says));
  };
  fault("", "in.xml:1:1: the file ends too soon: there is no element");
  fault("<?xml version='1.0'?>\n<!-- -->", "in.xml:2:9: the file ends too soon: there is no element");
  fault("text", "in.xml:1:1: text stands where the first element should begin; is this XML?");
  fault("<a>\n<b></a>", "in.xml:2:4: </a> stands where <b> should end");
  fault("<a>", "in.xml:1:4: the file ends too soon inside <a>");
  fault("<a", "ends too soon, in the name of an element");
  fault("<a>\n<b ", "in.xml:2:4: the file ends too soon inside <a>, in a tag");
  fault("<a k='1", "ends too soon, in a tag");
  fault("<a k='1'", "ends too soon, in a tag");
  fault("<a k='1'/", "ends too soon, in a tag");
  fault("<a k", "ends too soon, in the name of an attribute");
  fault("<a k ", "ends too soon, in a tag");
  fault("<a k=", "ends too soon, in a tag");
  fault("<a></a", "ends too soon inside <a>, in the name of an element");
  fault("<a></a ", "ends too soon inside <a>, in a tag");
  fault("<a>&am", "ends too soon inside <a>, in the name of an entity");
  fault("<a>&#6", "ends too soon inside <a>, in a reference");
  fault("<a><![CDATA[", "ends too soon inside <a>, in a CDATA section");
  fault("<a><!-- ", "ends too soon inside <a>, in a comment");
  fault("<a><!-- --", "ends too soon inside <a>, in a comment");
  fault("<a><?b ", "ends too soon inside <a>, in a processing instruction");
  fault("<!DOCTYPE a", "ends too soon, in the name of the document's element");
  fault("<!DOCTYPE a ", "ends too soon, in <!DOCTYPE");
  fault("<!DOCTYPE a SYSTEM 'b", "ends too soon, in quotes");
  fault("<a/><b/>", "in.xml:1:5: something follows the end of the document's element");
  fault("<a/>b", "in.xml:1:5: something follows the end of the document's element");
  fault("<a k='1' k='2'/>", "in.xml:1:10: the attribute 'k' stands twice in <a>");
  fault("<a k='1'n='2'/>", "in.xml:1:9: a blank should stand before the next attribute");
  fault("<a k/>", "in.xml:1:5: '=' should follow the attribute 'k'");
  fault("<a k=1/>", "in.xml:1:6: a quote should begin the attribute's value");
  fault("<a k='<'/>", "in.xml:1:7: '<' stands in the value of an attribute");
  fault("<a / >", "in.xml:1:4: '/' stands inside a tag");
  fault("<a><1/></a>", "in.xml:1:5: the name of an element should stand here");
  fault("<a></a b>", "in.xml:1:8: '>' should end the tag </a>");
  fault("<a>&nbsp;</a>", "in.xml:1:4: the entity 'nbsp' is not declared");
  fault("<!DOCTYPE a SYSTEM 'b'><a k='&nbsp;'/>", "in.xml:1:30: the entity 'nbsp' is not declared");
  fault("<a>&</a>", "in.xml:1:4: '&' begins no reference: it should stand as '&amp;'");
  fault("<a>AT&T, \xC3\xA9</a>", "in.xml:1:6: '&' begins no reference");
  fault("<a>&#;</a>", "in.xml:1:4: '&' begins no reference");
  fault("<a>&#1;</a>", "in.xml:1:4: the reference '&#1;' stands for a character that XML does not admit");
  fault("<a>&#xFFFFFFFFFF;</a>", "in.xml:1:4: the reference '&#xFFFFFFFFFF;' stands for a character");
  fault("<a>\x01</a>", "in.xml:1:4: holds the character U+0001, which XML does not admit");
  fault(std::string("<a>\0</a>", 8), "in.xml:1:4: holds the character U+0000");
  fault("<a k='\x01'/>", "in.xml:1:7: holds the character U+0001");
  fault("<a>\xEF\xBF\xBE</a>", "in.xml:1:4: holds the character U+FFFE");
  fault("<a><![CDATA[\x01]]></a>", "in.xml:1:13: holds the character U+0001");
  fault("<a><!--\x01--></a>", "in.xml:1:8: holds the character U+0001");
  fault("<a><?b \x01?></a>", "in.xml:1:8: holds the character U+0001");
  fault("<a>]]></a>", "in.xml:1:4: ']]>' ends no CDATA section");
  fault("<a><!b></a>", "in.xml:1:4: '<!' begins no comment and no CDATA section");
  fault("<a><!-- -- --></a>", "in.xml:1:9: '--' stands inside a comment");
  fault(" <?xml version='1.0'?><a/>", "in.xml:1:2: an XML declaration stands after the document's begin");
  fault("<?xml?><a/>", "should name the version");
  fault("<?xml version='2.0'?><a/>", "is XML of version '2.0'");
  fault("<?xml encoding='UTF-8'?><a/>", "has 'encoding' where it should not stand");
  fault("<?xml version='1.0' standalone='maybe'?><a/>", "neither 'yes' nor 'no'");
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
