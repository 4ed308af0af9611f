/** Letters by e-mail: what they say, who gets which, and the outbox. */
export const letters = {
  "letters.aside.late": "It is too old: what it says or holds has run out.",
  "letters.aside.moved": "The person has another address now.",
  "letters.aside.unconfirmed": "Nobody has confirmed this address.",
  "letters.aside.stopped": "The person stopped letters of this kind.",
  "letters.aside.withdrawn": "A post that it tells of was withdrawn.",
  "letters.aside.restored":
    "A backup was restored that holds it: it may have been sent before that.",
  "letters.aside.bounced": "The address refused three letters and was not confirmed since.",

  "letters.subject": "[{forum}] {about}",
  "letters.hello": "Hello {name},",
  "letters.why-this": "You get this letter because of your account {name} at {origin}.",

  "letters.confirm.subject": "Confirm your e-mail address",
  "letters.confirm.text":
    "somebody, we hope you, gave this address for the account {name}. Press the button, and on the page that opens press it once more. The link works once, within 24 hours.",
  "letters.confirm.press": "Confirm the address",
  "letters.confirm.otherwise":
    "If it was not you, do nothing: nobody else learns of this address, and no other letters come.",
  "letters.moved.subject": "Your e-mail address was changed",
  "letters.moved.text":
    "the account {name} has another e-mail address from now on, and its letters go there. If you did this, all is well.",
  "letters.moved.otherwise":
    "If it was not you, put this address back within seven days. Every browser is then signed out, the password works no more, and you set another.",
  "letters.moved.earlier":
    "If it was not you: the address before this one was sent a link less than seven days ago, and that link puts the account back. Otherwise ask whoever runs the forum.",
  "letters.moved.press": "Put my address back",
  "letters.password.subject": "Your password was changed",
  "letters.password.text":
    "the account {name} has another password from now on. If you changed it, all is well, and you need do nothing.",
  "letters.password.press": "Set another password",
  "letters.password.otherwise":
    "If it was not you, set another: a link for that is sent to this address, and every browser is signed out.",
  "letters.reset.subject": "Set another password",
  "letters.reset.text":
    "somebody, we hope you, asked for another password for the account {name}. The link works once, within an hour.",
  "letters.reset.press": "Set another password",
  "letters.reset.otherwise":
    "If it was not you, do nothing: your password stays as it is, and nobody sees this letter but you.",

  "letters.forgot.title": "Another password",
  "letters.forgot.lead":
    "Give your name or your e-mail address. If it belongs to an account with a confirmed address, a letter with a link goes there.",
  "letters.forgot.lead.none-sent":
    "This forum sends no letters by itself. Give your name or your e-mail address, and ask whoever runs it: if it belongs to an account with a confirmed address, they find a link that sets another password.",
  "letters.forgot.make": "Make a link",
  "letters.forgot.none-sent.title": "Ask whoever runs this forum",
  "letters.forgot.none-sent":
    "This forum sends no letters by itself. If what you typed belongs to an account with a confirmed e-mail address, whoever runs the forum finds a link for you; it works once, within an hour.",
  "letters.forgot.field": "Name or e-mail address",
  "letters.forgot.missing": "Type your name or your e-mail address.",
  "letters.forgot.send": "Send me a link",
  "letters.forgot.sent.title": "Look into your mailbox",
  "letters.forgot.sent":
    "If what you typed belongs to an account with a confirmed e-mail address, a letter is on its way. Its link works once, within an hour.",
  "letters.forgot.sent.none":
    "Nothing came? Look among what your mail program holds back, or try the other: your name or your address. Without a confirmed address nobody can be sent a link; then ask whoever runs this forum.",
  "letters.forgot.link": "Forgotten the password?",
  "letters.reset.lead":
    "For the account {name}. Wherever you are signed in, you will be signed out, and the address of your own feed ends.",
  "letters.reset.wrong":
    "This link was used, has run out, or is mistyped. A link works once, within an hour. Ask for another, please.",
  "letters.reset.again": "Ask for another link",
  "letters.reset.done.title": "Your password is changed",
  "letters.reset.done":
    "Every browser is signed out, no other link works any more, and your own feed has no address until you make one.",

  "letters.confirm.title": "Confirm your address",
  "letters.confirm.lead": "{email} belongs to the account {name}: is that right?",
  "letters.confirm.button": "Yes, confirm it",
  "letters.confirm.done": "Your address is confirmed",
  "letters.confirm.done.text":
    "A lost password can be replaced now, and letters can reach you. <letters>Choose which</letters>.",
  "letters.confirm.already": "Confirmed already",
  "letters.confirm.already.text":
    "This link did its work: the address that it came to is confirmed. <letters>Choose your letters</letters>.",
  "letters.confirm.wrong":
    "This link was used, has run out or is mistyped, or another came after it. Sign in and have a new one sent, if the address is not confirmed yet.",
  "letters.undo.title": "Put your address back",
  "letters.undo.lead":
    "The account {name} gets {email} back. Every browser is signed out, the password works no more, and on the next page you set another.",
  "letters.undo.button": "Put it back",
  "letters.undo.done":
    "Your address is back, and the password of before works no more. Set another now, or have a link sent later.",

  "letters.email.confirmed": "This address is confirmed.",
  "letters.email.unconfirmed":
    "This address is not confirmed yet. A letter with a link was sent there; if nothing comes, send it again after an hour. Until it is confirmed nothing else is sent, and a lost password cannot be replaced.",
  "letters.email.bounced":
    "This address has refused letters, so nothing is sent there. If it works again, confirm it anew.",
  "letters.email.none-sent":
    "This address is not confirmed. This forum sends no letters by itself; ask whoever runs it for the link.",
  "letters.email.another": "Make another link",
  "letters.none-sent": "This forum sends no letters by itself; ask whoever runs it.",
  "letters.none-sent.link":
    "Saved. This forum sends no letters by itself; ask whoever runs it for the link that confirms your address.",
  "letters.email.again": "Send the link again",
  "letters.email.sent":
    "A letter with a link is on its way, unless several went to this address within the hour. The link works once, within 24 hours.",
  "letters.email.nothing": "There is no address that waits to be confirmed.",

  "letters.title": "Letters",
  "letters.lead": "What is sent to you by e-mail.",
  "letters.see": "Choose what is sent to you",
  "letters.no-address":
    "You gave no e-mail address, so nothing is sent. <email>Give one</email> if you wish for letters.",
  "letters.not-confirmed":
    "Your e-mail address is not confirmed, so nothing is sent. <email>See how</email>.",
  "letters.bounced":
    "Your address has refused letters, so nothing is sent. <email>Confirm it anew</email>.",
  "letters.at-once": "At once",
  "letters.at-once.on": "When somebody mentions me, or a case is about me",
  "letters.at-once.hint":
    "A minute later, if you have not read it here by then. Everything else waits in the inbox.",
  "letters.digest": "A letter of what is worth reading",
  "letters.digest.hint":
    "The posts that readers found most worth reading in what you follow, not the latest; where there are none, the threads that were started. Nothing to say: no letter.",
  "letters.digest.none": "None",
  "letters.digest.daily": "Every day",
  "letters.digest.weekly": "Every week",
  "letters.weekday": "Day of the week",
  "letters.in-short":
    "{digest, select, daily {Every day at {time}.} weekly {Once a week, {day} at {time}.} other {No regular letter.}} {atOnce, select, yes {Mentions at once.} other {}}",
  "letters.weekday.0": "Sunday",
  "letters.weekday.1": "Monday",
  "letters.weekday.2": "Tuesday",
  "letters.weekday.3": "Wednesday",
  "letters.weekday.4": "Thursday",
  "letters.weekday.5": "Friday",
  "letters.weekday.6": "Saturday",
  "letters.weekday.hint": "For the weekly letter.",
  "letters.hour": "Hour",
  "letters.hour.hint": "By the clock of your own time zone.",
  "letters.zone": "Time zone",
  "letters.zone.hint": "A place, like Europe/Lisbon or Asia/Kathmandu, or UTC.",
  "letters.zone.wrong":
    "There is no time zone of this name. Choose one of the list, like Europe/Lisbon, or UTC.",
  "letters.zone.gone":
    "Your time zone {zone} is known no more, so your letter goes by UTC. Choose another, please.",
  "letters.digest.wrong": "Choose no letter, one every day, or one every week.",
  "letters.weekday.wrong": "Choose a day of the week.",
  "letters.hour.wrong": "Choose an hour from 0 to 23.",
  "letters.save": "Save",
  "letters.saved": "Saved. This is what is sent to you from now on.",
  "letters.next": "Your next letter is made on {at}, if there is something to say.",
  "letters.next.none": "No regular letter is made for you.",

  "letters.digest.subject":
    "{more, plural, =0 {{title}} other {{title}, and # {what, select, worth {more worth reading} other {other new {more, plural, one {thread} other {threads}}}}}}",
  "letters.digest.title": "{what, select, worth {Worth reading} other {New in what you follow}}",
  "letters.digest.lead":
    "{digest, select, daily {The last day} other {The last week}} in what you follow: {what, select, worth {what readers found most worth their time} other {threads that were started}}.",
  "letters.digest.by": "{name} · {date}",
  "letters.digest.by.found": "{name} · {date} · {worth} of {voters} found it worth reading",
  "letters.digest.unread":
    "{count, plural, one {There is one unread notice in your inbox} other {There are {shown} unread notices in your inbox}}",
  "letters.digest.zone-gone":
    "Your time zone {zone} is known no more: this letter goes by UTC until you choose another.",
  "letters.footer.change": "Change what is sent to you",
  "letters.footer.stop.digest": "Stop these letters, in one press",
  "letters.footer.stop.at-once": "Stop letters about mentions and cases about me, in one press",
  "letters.at-once.see": "Read it",

  "letters.gone.title": "This link no longer works",
  "letters.gone.reset": "Ask for another link",
  "letters.gone.confirm": "Sign in, and see your address",
  "letters.gone.letters": "Sign in, and choose your letters",
  "letters.stop.title": "Stop these letters",
  "letters.stop.digest.lead": "The regular letter of what is worth reading is then sent no more.",
  "letters.stop.at-once.lead":
    "Mentions and cases about you then wait in the inbox and are not sent by e-mail.",
  "letters.stop.follow.lead":
    "Nothing new is then told or sent from there. It stays among what you follow.",
  "letters.stop.button": "Stop them",
  "letters.stop.done": "Stopped",
  "letters.stop.done.text":
    "{kind, select, digest {The regular letter of what is worth reading is sent no more} at_once {Mentions and cases about you are sent by e-mail no more} other {Nothing new is told or sent from there}}; no sign-in was needed. Other letters are chosen by themselves. If you change your mind, sign in and open <letters>Letters</letters>.",
  "letters.stop.already": "Stopped already",
  "letters.stop.already.text":
    "{kind, select, digest {The regular letter of what is worth reading is not sent any more} at_once {Mentions and cases about you are not sent by e-mail any more} other {Nothing new is told or sent from there any more}}. Other letters are chosen by themselves. If you change your mind, sign in and open <letters>Letters</letters>.",
  "letters.stop.wrong":
    "This link is not whole: some mail programs cut long ones. Copy all of it from the letter, or sign in and open Letters.",

  "letters.admin.title": "Letters",
  "letters.admin.lead.out":
    "What goes out by e-mail, and what did not. Words and whole addresses are for the readers alone.",
  "letters.admin.lead.kept":
    "No mail server is set (SMTP_URL), so letters stay here, and can be read here. Links in them open accounts: pass them on to nobody else.",
  "letters.admin.waiting": "Waiting",
  "letters.admin.oldest": "{count}, the oldest since <time>then</time>",
  "letters.admin.aside": "Set aside",
  "letters.admin.doubt": "In doubt",
  "letters.admin.doubt.hint":
    "The mail server may have taken these or not: the line or the forum broke off at that moment. They are not sent again by themselves, so that nobody gets one twice.",
  "letters.admin.none": "No letters.",
  "letters.admin.show": "Which letters",
  "letters.admin.show.all": "All",
  "letters.admin.state": "State",
  "letters.admin.made": "Made",
  "letters.admin.to": "To",
  "letters.admin.subject": "Subject",
  "letters.admin.subject.none":
    "{kind, select, digest {What is worth reading} notice {A notice, at once} other {A letter}}",
  "letters.admin.kind": "Kind",
  "letters.admin.attempts": "Attempts",
  "letters.admin.next-try": "Next attempt",
  "letters.admin.failure": "What the mail server said",
  "letters.admin.state.waiting": "waiting",
  "letters.admin.state.sending": "being sent",
  "letters.admin.state.sent": "sent",
  "letters.admin.state.aside": "set aside",
  "letters.admin.state.doubt": "in doubt",
  "letters.admin.older": "Older letters",
  "letters.admin.one": "A letter",
  "letters.admin.not-found": "There is no such letter; letters go after thirty days.",
  "letters.admin.text": "Its text",
  "letters.admin.text.sent": "The words of letters that were sent are not kept.",
  "letters.admin.text.readers": "Its words are for its reader alone.",
  "letters.admin.text.gone":
    "Its words are no longer kept: its link has run out, or it was given up.",
  "letters.admin.again": "Try again",
  "letters.admin.again.doubt": "Try again, though it may come twice",
  "letters.admin.again.done": "It is tried again within a few seconds.",
  "letters.admin.again.no":
    "This letter cannot be tried again: it was sent, or its words are gone.",
} as const;
