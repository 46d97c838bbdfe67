// SPDX-License-Identifier: MIT
#include <unordered_set>

#include "resolve/lexicon.hpp"

namespace relata::detail {
namespace {

// Common given names of the world's news, by the gender they are mostly given to.
constexpr std::string_view male_names =
    "aaron abbas abdel abdul abdulaziz abdullah abraham adam adel adolf adrian agustin ahmad ahmed akira "
    "alan albert alberto alejandro aleksandar aleksander aleksandr alessandro alex alexander alexandre "
    "alexei alexey alfonso alfred ali allan allen alonso alvaro amir anatoly anders andre andreas andrei "
    "andrej andres andrew andrey andrzej andy angelo angus anthony antoine anton antonio antony antti "
    "anwar ariel arnold artem arthur arturo ashraf augusto axel aziz babar barack barry bart bashar ben "
    "benedict benjamin bernard bernardo bernd bernie bert bill bob bogdan boris brad bradley brandon "
    "brendan brent brett brian bruce bruno bryan calvin cameron carl carles carlo carlos carsten cesar "
    "charles charlie chris christian christoph christophe christopher chuck clarence claude claudio "
    "clement colin connor constantin corey craig cyril damian damien dan daniel daniele danny dario darren "
    "dave david davide dean dennis derek desmond didier diego dieter dimitri dimitris dirk dmitri dmitry "
    "dominic donald dougie douglas duncan dustin dwight earl eddie edgar edmund eduardo edward edwin egor "
    "elias elijah elliot emanuel emil emilio emmanuel emmerson enrico enrique eric erich erik ernest "
    "ernesto esteban eugene evan ezra fabio faisal farouk felipe felix ferdinand fernando fidel filip "
    "florian francesco francis francisco franck francois frank franz fred frederic frederick friedrich "
    "fritz fyodor gabriel gareth garry gary gavin geert geoffrey george georges georgi georgy gerald "
    "gerard gerhard giacomo gianni gilbert giles giorgio giovanni giulio giuseppe glenn gonzalo gordon "
    "graeme graham grant greg gregory grigory guido guillaume guillermo gunther gustav gustavo guy habib "
    "hamid hans harald harold harry harvey hasan hassan heinrich heinz helmut hendrik henri henrik henry "
    "herbert herman hermann hideki hiroshi horst howard hubert hugh hugo humberto hussain hussein ian "
    "ibrahim ignacio igor ilham ilya imran isaac ismail ivan ivo jack jacob jacques jaime jair jake jakob "
    "jalal jamal james jamie jan janez janos jared jaroslaw jason javier jean jeff jeffrey jens jeremy "
    "jerome jerry jesse jim jimmy joachim joao joaquin joe joel johan johann johannes john johnny jon "
    "jonas jonathan jordi jorge jose josef joseph josh joshua juan julian julien julio julius jurgen "
    "justin kamal karel karim karl keir keith ken kenji kenneth kevin khaled khalid khalil kirk klaus "
    "klemens knut kofi konrad konstantin kurt kyle lachlan larry lars laurent lawrence lech leo leon "
    "leonard leonardo leonid leroy lewis liam lionel lorenzo lothar louis luc luca lucas ludwig luigi luis "
    "luiz lukas luke lyndon magnus mahmood mahmoud malcolm manfred manuel marc marcel marcelo marcin marco "
    "marcos marcus marek mariano mario marius mark marko markus marlon martin martti marvin massimo "
    "mateusz matt matteo matthew matthias matti maurice mauricio max maxim maximilian mehmet michael "
    "michal michel miguel mikael mike mikhail mikheil milan milos miro mitch mitt mohamed mohammad "
    "mohammed moritz moshe muammar muhammad murat mustafa nabil naftali narendra nathan nathaniel neil "
    "nelson nicholas nick nicolae nicolas niels nigel nikita nikol nikola nikolai nikolay nils noah norman "
    "nouri olaf oleg oleksandr oliver olivier omar oscar oskar osman otto owen pablo paolo pascal patrice "
    "patrick paul paulo pavel pawel pedro pete peter petr petro petros phil philip philippe pierre pieter "
    "pietro piotr qasem rafael rafik rahul raj rajiv ralf ralph ramon ramzan randy raphael rashid raul ray "
    "raymond recep reinhard rene reuven reza ricardo richard rick rob robbie robert roberto rod rodrigo "
    "roger roland rolf roman ronald ronnie ross roy ruben rudolf rudy rupert russell ryan saad sadiq saeed "
    "salman salvador salvatore sam samir samuel sanjay saul scott sean sebastian sebastien serge sergei "
    "sergey sergio shane shaun shimon shinzo silvio simon slobodan stanislav stanley stefan stefano "
    "stephane stephen steve steven stewart stuart sven taro ted terence terry theodore thierry thomas "
    "tiago tim timothy tobias todd tom tomas tomasz tommy tony travis trevor tyler ulrich umberto uri "
    "vaclav valentin valeri valery vicente victor viktor vincent vincenzo vinod vitali vitaly vittorio "
    "vladimir volodymyr vyacheslav walter warren wayne wilhelm willem william willy winston wolfgang "
    "xavier yann yasser yevgeny yitzhak yoshihide youssef yuri yves zachary zoran";
constexpr std::string_view female_names =
    "abigail agnes agnieszka aicha aisha alexandra alice alicia alison amanda amber amelia amina amy ana "
    "anastasia angela angelina anita anke anna annabel anne annegret annette annika antonia arlene ashley "
    "astrid audrey aung barbara beatrice beatrix becky belinda benazir bernadette beth betsy betty beverly "
    "brenda bridget brigitte camilla carla carmen carol carole caroline carolyn catherine cathy cecilia "
    "celia charlotte cheryl chiara chloe christina christine cindy claire clara claudia colette "
    "condoleezza connie constance cristina cynthia dagmar daniela daphne deborah debra delphine denise "
    "diana diane dilma dolores donna doris dorothy ebba edith eileen ekaterina elaine eleanor elena elisa "
    "elisabeth elise eliza elizabeth ella ellen elsa emilia emily emma erika erin erna ester esther eva "
    "eve evelyn fatima fatma federica fiona frances francesca francoise frederica frederique gabriela "
    "gabriella gabrielle gemma genevieve georgina geraldine gina giorgia gisela gladys gloria grace greta "
    "gro gudrun gwen hanna hannah harriet hazel heather heidi helen helena helene helga hilary hillary ida "
    "imelda indira ines ingrid irene irina iris isabel isabella isabelle ivanka jacinda jackie jacqueline "
    "jane janet janice jasmine jeanette jeanne jeannette jenna jennifer jenny jessica jill joan joanna "
    "joanne josephine joy joyce juanita judith judy julia juliana julie juliet jutta kaja kamala karen "
    "karin karina karla kate katherine kathleen kathryn kathy katie katja katrin kay kelly kerry kirsten "
    "kirstie kristalina kristen kristin kristina latifa laura lauren leila lena leticia lilian lily linda "
    "lindsey lisa liz liza lois loretta lori louise lucia lucy luisa lydia lynn mabel madeleine magdalena "
    "maggie malala manuela marcela margaret margarita margherita margot margrethe maria mariam marian "
    "marianne marie marilyn marina marine marion marisa marjorie marlene marta martha martina mary maureen "
    "megan meghan melania melanie melissa mercedes mette michele michelle mildred miriam molly mona monica "
    "monika muriel nadia nadine nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma "
    "olga olivia pamela patricia paula pauline penny petra phyllis polly priscilla priti rachel ramona "
    "raquel rebecca regina renata rhonda rita roberta rosa rosalind rosemary roxana ruth sabine sabrina "
    "sally samantha sandra sanna sara sarah segolene shannon sharon sheikha sheila sherry shirley silvia "
    "simone sinead sonia sonja sophia sophie stacey stefania stella stephanie sue suella susan susana "
    "susanne suzanne svetlana sylvia sylvie tamara tania tanya tatiana teresa tess thelma theresa therese "
    "tina tracy trudy tulsi tzipi ursula valentina valerie vanessa vera veronica veronika violeta vivian "
    "wanda wendy whitney winifred yolanda yulia yvette yvonne zoe";

std::unordered_set<std::string_view> split(std::string_view names) {
  std::unordered_set<std::string_view> out;
  while (!names.empty()) {
    const std::size_t blank = names.find(' ');
    out.insert(names.substr(0, blank));
    names.remove_prefix(blank == std::string_view::npos ? names.size() : blank + 1);
  }
  return out;
}

}  // namespace

Gender gender_of_given_name(std::string_view lower) {
  static const auto male = split(male_names);
  static const auto female = split(female_names);
  if (male.contains(lower)) return Gender::male;
  return female.contains(lower) ? Gender::female : Gender::unknown;
}

}  // namespace relata::detail
