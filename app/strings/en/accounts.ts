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
  "accounts.reason.long": "A reason has at most {most} characters.",
  "accounts.invitation.wrong":
    "This invitation was used, has run out, or is mistyped. Ask whoever invited you for another.",
  "accounts.first-administrator.wrong":
    "This address was used or replaced. Start the forum again to see a new one, while it has no administrator.",
  "accounts.first-administrator.reason":
    "The first administrator, by the address shown at the start.",
} as const;
