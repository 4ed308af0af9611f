/** Joining, signing in, one's own account, and other people's profiles. */
export const accounts = {
  "accounts.name.missing": "Choose a name: everybody sees it.",
  "accounts.name.short": "A name has at least {least} characters.",
  "accounts.name.long": "A name has at most {most} characters. Shorten it, please.",
  "accounts.name.unseen":
    "This name holds a character that nobody can see. Type it afresh, please.",
  "accounts.name.characters": "A name is made of letters, digits, hyphens, underscores and dots.",
  "accounts.name.scripts": "A name keeps to the letters of one script. Digits go with all of them.",
  "accounts.name.ends": "A name begins and ends with a letter or a digit.",
  "accounts.name.looks-latin":
    "In capitals this name cannot be told from another in Latin letters. Write it in small letters, please.",
  "accounts.name.reserved": "This name would speak for the forum. Choose another, please.",
  "accounts.name.taken":
    "Somebody here has this name, or one that looks the same. Choose another, please.",
  "accounts.password.missing": "Type a password.",
  "accounts.password.present-missing": "Type the password that you have now.",
  "accounts.password.present-wrong": "That is not the password you have now.",
  "accounts.password.short": "A password has at least {least} characters. A sentence is good.",
  "accounts.password.long": "A password has at most {most} characters.",
  "accounts.password.has-name":
    "This password holds your name, which is the first thing others try. Choose another, please.",
  "accounts.password.common":
    "This password is among the first that others try. Four or five words that nobody puts together are better.",
  "accounts.password.changed":
    "Your password is changed. Wherever else you were signed in, you are signed out.",
  "accounts.email.wrong":
    "This does not look like an e-mail address. Correct it, or leave it empty.",
  "accounts.about.long":
    "That is more than {most} characters. Shorten it, please: it is kept until you do.",
  "accounts.sign-in.wrong": "Name and password do not fit together. Try again, please.",
  "accounts.joining.closed":
    "Nobody can join at the moment. Everything can be read without joining.",
  "accounts.joining.unknown": "Choose who may join: everybody, whoever is invited, or nobody.",
  "accounts.role.unknown": "Choose a role: member, moderator or administrator.",
  "accounts.role.last-administrator":
    "A forum needs an administrator, and this is the last one. Make somebody else administrator first.",
  "accounts.reason.missing": "Say why: the reason stands in the public log.",
  "accounts.reason.short":
    "Say a little more, at least {least} letters: the reason stands in the public log, and has to explain it to whoever reads it there.",
  "accounts.reason.long": "A reason has at most {most} characters.",
  "accounts.invitation.wrong":
    "This invitation was used, has run out, or is mistyped. Ask whoever invited you for another.",
  "accounts.first-administrator.wrong":
    "This address was used or replaced. Start the forum again to see a new one, while it has no administrator.",
  "accounts.first-administrator.reason":
    "The first administrator, by the address shown at the start.",

  "accounts.join": "Join",
  "accounts.join.title": "Join the discussion",
  "accounts.join.lead": "A name and a password are enough. The name need not be yours.",
  "accounts.join.rules":
    "Joining means keeping the <rules>rules</rules>. Read <privacy>what is kept of you</privacy>.",
  "accounts.welcome": "Welcome, {name}. You are signed in.",
  "accounts.welcome.email":
    "Welcome, {name}. You are signed in. A letter to confirm your address was sent; if nothing comes, ask again under Account.",
  "accounts.welcome.none-sent":
    "Welcome, {name}. You are signed in. This forum sends no letters by itself; ask whoever runs it for the link that confirms your address.",
  "accounts.already-here": "Already here?",
  "accounts.new-here": "New here?",
  "accounts.new-here.text": "A name and a password are enough.",
  "accounts.sign-in.lead": "Sign in, and you go on to where you were heading.",
  "accounts.sign-out.lead": "You are signed in as {name}.",
  "accounts.first-days": "Your first days",
  "accounts.first-days.pace":
    "You may post at once: two threads and ten replies on your first day, then five and fifty a day.",
  "accounts.first-days.ask": "If you do not follow something, ask. A question is a kind of reply.",
  "accounts.first-days.strongest": "Answer the strongest form of what was said.",
  "accounts.field.name": "Name",
  "accounts.field.name.hint":
    "Everybody sees it. Letters, digits, hyphens, underscores and dots, {least} to {most}.",
  "accounts.field.password": "Password",
  "accounts.field.password.hint":
    "{least} characters or more. Four or five words that nobody puts together are good.",
  "accounts.field.present-password": "The password you have now",
  "accounts.field.new-password": "New password",
  "accounts.field.email": "E-mail",
  "accounts.field.email.hint":
    "Others do not see it; administrators may. Without one, a lost password cannot be replaced.",
  "accounts.field.email.empty":
    "Others do not see it; administrators may. Leave it empty to take it away.",
  "accounts.field.invitation": "Invitation",
  "accounts.field.invitation.hint": "The code that somebody here gave you. It works once.",
  "accounts.field.about": "About you",
  "accounts.field.about.hint": "Markdown, up to {most} characters.",
  "accounts.save": "Save",
  "accounts.role": "Role",
  "accounts.role.member": "Member",
  "accounts.role.moderator": "Moderator",
  "accounts.role.administrator": "Administrator",
  "accounts.joined": "Joined",
  "accounts.about.title": "About you",
  "accounts.about.lead": "A few lines that everybody can read on your page.",
  "accounts.about.write": "Write a few lines",
  "accounts.about.change": "Change these lines",
  "accounts.about.changed": "Saved. This is how others see you.",
  "accounts.email.title": "Your e-mail address",
  "accounts.email.lead":
    "Letters to you go there. What administrators see of it stands under Privacy.",
  "accounts.email.none": "none",
  "accounts.email.give": "Give an address",
  "accounts.email.change": "Change the address",
  "accounts.email.changed": "Your e-mail address is saved.",
  "accounts.email.open-link":
    "Saved, and to be confirmed: open the link of the letter that went to {email}.",
  "accounts.email.unconfirmed": "not confirmed yet",
  "accounts.email.taken-away": "Your e-mail address is taken away.",
  "accounts.password.title": "Change your password",
  "accounts.password.lead": "Wherever else you are signed in, you will be signed out.",
  "accounts.password.change": "Change your password",
  "accounts.sessions": "Signed in",
  "accounts.sessions.see": "See where",
  "accounts.sessions.title": "Where you are signed in",
  "accounts.sessions.lead": "If you do not know one of these, end it and change your password.",
  "accounts.sessions.browser": "A browser",
  "accounts.sessions.this": "This one",
  "accounts.sessions.began": "since <time>{at}</time>",
  "accounts.sessions.seen":
    "{hours, plural, =0 {last here within this hour} one {last here about an hour ago} other {last here about # hours ago}}",
  "accounts.sessions.seen.days": "last here {days} days ago",
  "accounts.sessions.end": "End it",
  "accounts.sessions.end.of": ": {browser}, since {at}",
  "accounts.sessions.end-others": "End all others",
  "accounts.sessions.ended": "That browser is signed out.",
  "accounts.sessions.ended-others": "You are signed in here and nowhere else.",
  "accounts.sessions.not-found":
    "That browser is not signed in any more. Open the list afresh to see which ones are.",
  "accounts.saved.see": "See what you saved",
  "accounts.thanked": "Thanked",
  "accounts.thanked.by":
    "{thanks, plural, one {once} other {# times}}, by {people, plural, one {one person} other {# people}}. Only you see this.",
  "accounts.thanked.nobody": "not yet",
  "accounts.person.imported": "Wrote at {source}; nobody signs in here under this name",
  "accounts.person.thanked":
    "thanked by {people, plural, one {one person} other {# people}}, which only you see",
  "accounts.person.not-found": "There is nobody of this name here.",
  "accounts.person.since": "Here since <time>{day}</time>",
  "accounts.person.wrote": "What {name} wrote",
  "accounts.person.change": "Change what you say here",
  "accounts.person.show": "Which posts",
  "accounts.person.show.threads": "Threads",
  "accounts.person.show.replies": "Replies",
  "accounts.person.no-threads": "{name} has not begun a thread.",
  "accounts.person.no-replies": "{name} has not replied to anything.",
  "accounts.person.end": "There is nothing older.",
  "accounts.person.in": "{kind}, in <thread>{title}</thread>",
  "accounts.person.older-replies": "Older replies",
  "accounts.person.description": "What {name} wrote in this forum.",
} as const;
