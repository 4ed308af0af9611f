/**
 * What a sentence can do for its reader, each with the words that show it. A word or phrase counts once for every
 * signal that lists it; "*" stands for any one word. How much each signal is worth was learnt (see ../training).
 */
export interface Signal {
  readonly name: string;
  /** A sentence in which it is seen. */
  readonly example: string;
  /** Whether it may be shown as a reason why a passage gives something to its reader. */
  readonly shown: boolean;
  readonly phrases: string;
}

const signal = (name: string, example: string, phrases: string, shown = true): Signal => ({
  name,
  example,
  phrases,
  shown,
});

/** Order is kept: the learnt weights are stored in it. */
export const signals: readonly Signal[] = [
  signal(
    "source",
    "According to section 3 of the manual, the cache is off.",
    `according to|study|studies|survey|report|reports|reported|paper|papers|appendix|abstract|preprint|documentation|docs|manual|changelog|
    readme|transcript|minutes|filing|filings|disclosure|dataset|data set|statistics|statistic|census|poll|research|researchers|experiment|
    experiments|evidence|source|sources|citation|cited|cites|cite|reference|references|quote|quotes|quoted|section|article|clause|paragraph|
    chapter|table|figure|page|line|lemma|theorem|footnote|commit|issue|gist|log|logs|archive|record|records|spec|specification|rfc|
    standard|guideline|statute|act|bill|ruling|verdict|amendment|constitution|treaty|interview|published|publishes|publication|journal|
    article|articles|book|link|linked|stated in|as stated|wrote that|says that|found that|finds that|shows that|showed that|proved|proves|
    surveyed|benchmark|benchmarks|results|measurement|measurements|official|documented|history of`,
  ),
  signal(
    "reason",
    "Keep the lock, because two writers share the file.",
    `because|since|therefore|thus|hence|so that|consequently|as a result|due to|owing to|leads to|lead to|led to|causes|caused by|cause|
    which means|that means|this means|implies|imply|it follows|follows from|for this reason|that is why|this is why|that's why|the reason|
    reasons|in order to|by doing|thereby|given that|as such|so we|so the|so it|so they|so you|so there|so a|results in|resulted in|
    depends on|depend on|allows|allow|lets|prevents|prevent|makes it|make it|enables|otherwise|after all|arises|comes from|stems from|
    explains|accounts for|affects|increase|increases|decrease|decreases|reduces|reduce|leaving|which makes|forces|force|requires|needs|relies on`,
  ),
  signal(
    "concession",
    "You may be right on cost, but the delay remains.",
    `but|however|although|though|even though|while|whereas|despite|in spite of|on the other hand|yet|nevertheless|nonetheless|still|
    instead|rather than|rather|may well|may be right|you are right|you're right|granted|admittedly|to be fair|i agree|agreed|i see why|
    fair point|good point|true|of course|except|apart from|on the contrary|conversely|in contrast|by contrast|unlike|i grant|even so|
    having said that|that said|not that|even if|it is true|it's true|i understand|i accept|you have a point|both sides`,
  ),
  signal(
    "condition",
    "If the key leaks, anyone can sign a release.",
    `if|unless|would|wouldn't|otherwise|suppose|assuming|assume|provided|as long as|only when|only if|whenever|when|would have|could have|
    had it|were it|in case|until|whether|should it|then|once`,
  ),
  signal(
    "distinction",
    "Safe to read is not the same as safe to run.",
    `necessary|necessarily|sufficient|both|does not mean|doesn't mean|does not follow|doesn't follow|not follow|does not imply|cannot infer|
    can't infer|cannot conclude|not the same|different from|differs from|difference between|distinction|distinct|distinguish|separate|
    confuse|confusing|conflate|conflates|conflating|equate|as opposed to|versus|vs|not only|merely|neither|nor|either|in itself|per se|
    correlation|causation|no argument|not an argument|logical|logically|contradicts|contradiction|contradict|consistent|inconsistent|
    exception|exempt|compatible|mutually|exclusive|one thing|another thing|two different|in principle|in practice|alone|in the sense|
    in theory|as such|specifically|in particular|rather than|but not|and not|not just|does not make|doesn't make|independent|
    independently|regardless|irrespective|respectively|the former|the latter|on its own|by itself|in general|strictly|literally means|
    assumption|assumes|premise|conclusion|fallacy|implication|proxy|trade-off|tradeoff|at most|at least|compared|comparison|comparing`,
  ),
  signal(
    "definition",
    "A quorum means half of the members plus one.",
    `means|mean by|meaning|defined as|definition|define|defines|refers to|i.e|that is|known as|is called|called|consists of|in other words|
    namely|stands for|denotes|counts as|qualifies as|is a|are a kind|kind of|type of|form of|example of|is when|is the|are the|is an`,
  ),
  signal(
    "example",
    "Some tools manage it: make, for example, keeps times.",
    `for example|for instance|e.g|such as|like when|as in|consider|take the|imagine|in the case|case of|cases|case|example|examples|
    instance|including|includes|include|among them|among others|analogy|similarly|likewise|just as|first|second|third|firstly|secondly|
    thirdly|lastly|finally|moreover|furthermore|also|in addition|besides|another|one of`,
  ),
  signal(
    "firsthand",
    "I ran it twice on my own machine and saw no leak.",
    `i ran|i tested|i tried|i measured|i checked|i read|i counted|i compared|i built|i wrote|i used|i use|i work|i worked|i found|i saw|
    i looked|i logged|i timed|i profiled|i reproduced|i replaced|i changed|i switched|i asked|i live|i lived|i taught|i teach|i noticed|
    i traced|i bisected|i repeated|i verified|i confirmed|i translated|i did|i got|i had|i have been|i've been|i've seen|i've used|
    i've had|i was|i went|i grew up|we ran|we tested|we tried|we measured|we logged|we found|we use|we used|we had|we switched|we moved|
    we saw|we built|we compared|we did|in my experience|in our|on my|at my|my own|when i|as a|ran it|tested it|measured it|tried it|
    reran|re-ran|rerunning|measured|reproduced|benchmarked|bisected|my students|my patients|my parents|my son|my daughter|my team|our team`,
  ),
  signal(
    "question",
    "Which of the two versions did you test?",
    `are you saying|do you mean|did you mean|you mean|what do you mean|what did|what does|what would|what is the|what are the|what happens|
    what if|which of|which version|which|how did|how do|how does|how would|how many|how much|how often|how long|how is|how are|where does|
    where did|where is|could you|can you|would you|why does|why do|why did|why is|why are|why would|why not|is it|is there|is that|
    are there|does it|does this|does that|did you|do you|have you|should we|should i|would it|will it|in what|by what|under what|
    compared to what|any reason|i wonder|i'm curious|curious|wondering|clarify|clarification|understand|rephrase|explain|elaborate`,
  ),
  signal(
    "proposal",
    "Split the change in two and keep the old key.",
    `should|suggest|propose|proposal|recommend|better to|it would be better|could instead|alternative|alternatively|how about|why not|
    needs to|need to|must|ought|have to|has to|use|try|add|remove|keep|replace|rename|split|move|check|set|run|avoid|prefer|solution|fix|
    solve|option|instead of|workaround|only way|best way|way to|advise`,
  ),
  signal(
    "amount",
    "It halves the time for most of the users.",
    `percent|per cent|per|million|millions|billion|billions|thousand|thousands|hundred|hundreds|dozen|half|halves|third|quarter|tenth|
    twice|double|doubles|triple|times|average|median|mean|rate|ratio|majority|minority|most|fewer|less|more|increase|decrease|drop|fell|
    rose|grew|years|year|months|month|weeks|week|days|day|hours|hour|minutes|seconds|two|three|four|five|six|seven|eight|nine|ten|twelve|
    twenty|thirty|forty|fifty|hundred|one in|out of|each|every|above|below|under|over|than|last year|january|february|march|april|june|
    july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|euros|dollars|cost|costs|price`,
  ),
  signal(
    "counter",
    "That is not so: the vote was open to everybody.",
    `not|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|cannot|can't|won't|no|never|nothing|wrong|incorrect|false|untrue|mistaken|
    mistake|misleading|misread|ignores|ignore|ignored|omits|leaves out|overlooks|fails|fail|failed|breaks|broke|lacks|lack|missing|
    without|leak|leaked|leaks|bug|error|contrary|disagree|actually|in fact|invalid|flaw|flawed|weak|bias|biased|cherry-picking|
    unsupported|misses|missed|too small|only|too`,
    false,
  ),
  signal(
    "hedge",
    "It is probably the cache, though I may be wrong.",
    `may|might|could|perhaps|probably|likely|unlikely|possibly|roughly|approximately|about|around|seems|seem|appears|often|usually|
    generally|sometimes|typically|tend to|tends to|i think|i believe|i suspect|i doubt|i expect|i guess|in my opinion|in my view|
    as far as|to my knowledge|almost|nearly|mostly|partly|largely|some|many|i'm not sure|not sure|i assume|suggests|suggest|can be`,
    false,
  ),
  signal(
    "opinion",
    "I just love it, it is the best.",
    `love|hate|best|worst|awesome|great|terrible|horrible|stupid|dumb|joke|trash|garbage|rubbish|crap|ridiculous|pathetic|disgusting|
    sucks|suck|lame|boring|cool|cute|beautiful|perfect|amazing|brilliant|fantastic|wonderful|insane|crazy|absurd|shameful|awful|
    disgrace|nonsense|bullshit|silly|nice|good|bad|evil|sad|happy|sick|funny|fun|favorite|favourite|like it|agree with|everyone knows|
    everybody knows|obviously|clearly|of course|simply|totally|absolutely|completely|definitely|honestly|literally|whole`,
    false,
  ),
  signal(
    "praise",
    "Thank you all, what a great release!",
    `thank|thanks|thx|cheers|congratulations|congrats|kudos|bravo|well done|well said|great job|good job|nice work|great work|good work|
    love this|love it|keep going|keep it up|keep up|appreciate|grateful|hats off|happy birthday|good luck|welcome|proud of|hard work|
    great post|nice post|awesome|amazing|this is great|so good|so much|much appreciated|legend|hero|heroes|bless|respect`,
    false,
  ),
  signal(
    "chatter",
    "lol come on, here we go again",
    `lol|lmao|lmfao|rofl|haha|hahaha|hah|heh|omg|wtf|smh|meh|ugh|wow|yay|yeah|yep|nope|nah|ok|okay|hmm|huh|hey|hi|hello|oh|ah|damn|hell|
    shit|fuck|fucking|come on|whatever|same|this|first|popcorn|bump|lurking|here we go|who cares|nobody cares|no one cares|get over it|
    give me a break|shut up|go away|bye|sorry|oops|please|just saying|end of story|period|duh|dude|bro|man|guys|folks|gonna|wanna|u|ur|
    r|plz|pls|cuz|coz|btw|imo|imho|tbh|n|dont|cant|wont|im|ive|thats|didnt|doesnt|isnt|i`,
    false,
  ),
  signal(
    "filler",
    "It is what it is, at the end of the day.",
    `really|very|just|basically|actually|simply|kind of|sort of|you know|i mean|at the end of the day|it is what it is|like i said|
    as i said|needless to say|to be honest|honestly|in any case|anyway|anyways|well|so|things|thing|stuff|something|somehow|somewhere|
    someone|anything|everything|whatever|and so on|and so forth|etc|blah|words|quite|pretty|rather|truly|indeed|all in all|the fact that|
    when all is said|more or less|one way or another|in some way|as they say|what not|whatnot|let me say|i want to say|i would like to say|
    i must say|if you will|so to speak|as it were|for what it's worth|first and foremost|last but not least|goes without saying|going forward`,
    false,
  ),
  signal(
    "platitude",
    "It is important to note that opinions differ.",
    `in today's|in this day|it is important|important to|it is essential|interesting topic|interesting question|many aspects|
    various aspects|different aspects|various factors|many factors|several factors|number of factors|plays a role|play a role|important role|
    key role|complex issue|complex topic|complicated issue|time will tell|only time|opinions differ|has their own|own opinion|own opinions|
    different opinions|different people|many people|some people|people say|long story short|food for thought|both sides|two sides|many sides|
    good sides|bad sides|many ways|a lot of ways|think about it|we all know|everyone knows|everybody knows|that being said|to consider|
    taken into account|worth noting|worth mentioning|should be noted|must be said|should be said|be mentioned|no denying|very relevant|
    very interesting|very important|more important than ever|discussed for|debated for|hot topic|ever before|throughout history|since the dawn|
    matter of perspective|point of view|in many ways|in some ways|in one way|in general|generally speaking|all things considered|in conclusion|
    to sum up|to conclude|last but|first of all|the way things|things are|is a topic|is a subject|is an issue|of our time|the future|
    changing world|modern world|modern society|our society|so many|all of us|each of us|every one of us`,
    false,
  ),
  signal(
    "address",
    "You people never learn.",
    `you|your|yours|you're|you've|you'd|yourself|u|ur|you people|people like you|your kind|these people|those people|they're all|guy|guys|
    she's|he's|they are all|are all|bunch of`,
    false,
  ),
  signal(
    "abstract",
    "The policy changes the incentives of the industry.",
    `policy|policies|law|laws|rule|rules|government|economy|economic|society|social|public|system|systems|process|method|methodology|
    model|models|incentive|incentives|effect|effects|impact|risk|risks|benefit|benefits|cost|problem|problems|issue|issues|question|
    argument|claim|claims|position|point|view|fact|facts|right|rights|responsibility|education|knowledge|information|access|resources|
    development|growth|market|industry|company|companies|labour|labor|tax|taxes|income|population|health|environment|security|freedom|
    religion|science|scientific|theory|moral|ethics|ethical|purpose|principle|quality|standard|structure|function|relationship|
    community|culture|history|historical|political|national|international|individual|individuals|children|parents|students|citizens`,
    false,
  ),
];

/** Under which reason a feature is shown; what is not named here is never shown alone. */
export const reasonsOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(signals.filter(({ shown }) => shown).map(({ name }) => [name, name])),
  number: "amount",
  unit: "amount",
  decimal: "amount",
  year: "amount",
  link: "source",
  numberSource: "source",
  asksOr: "question",
  askYou: "question",
  asks: "question",
  firstNumber: "firsthand",
  comparison: "distinction",
};
