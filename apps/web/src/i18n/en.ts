import { uiEn } from '@mozhou/ui/i18n/en'
import type { Dictionary } from './zh.ts'
import { libraryEn } from './library.en.ts'
import { writingEn } from './writing.en.ts'

export const en = {
  ...uiEn,
  ...libraryEn,
  ...writingEn,
  app: {
    name: 'Mozhou',
    slogan: 'The AI workbench for Chinese creators',
    settings: 'Settings',
    recharge: 'Recharge',
    groupCreate: 'Create',
    groupAccount: 'Account',
    sandbox: 'Sandbox',
    sandboxHint: 'Connected to sandbox models: texts are samples and no real AI service is called.',
    creditsUnit: ' credits',
    member: 'Member',
    memberUntil: (date) => `Member until ${date}`,
    notMember: 'Free account',
    messages: 'Messages',
    unread: (count) => `Messages, ${count} unread`,
    noneUnread: 'Messages, none unread',
    notFoundTitle: 'This page does not exist',
    notFoundHint: 'The address may be wrong, or the content was moved.',
    backHome: 'Back to home',
  },
  auth: {
    loginTitle: 'Sign in',
    loginHint: 'Go on creating',
    noAccount: 'No account yet?',
    toRegister: 'Create one',
    forgot: 'Forgot your password?',
    registerTitle: 'Sign up',
    registerHint: (credits) => `You get ${credits} credits for signing up, enough for a few tries`,
    registerHintUntil: (credits, days) =>
      `You get ${credits} credits for signing up, good for ${days} days once they arrive`,
    registerHintPlain: 'It takes seconds, then you can write',
    hasAccount: 'Have an account?',
    toLogin: 'Sign in',
    username: 'Username',
    usernameHint: '2–32 characters: letters of any script, digits, _ and -',
    email: 'Email',
    password: 'Password',
    passwordHint: 'At least 8 characters',
    referralCode: 'Invitation code',
    referralCodeHint: 'Optional, 8 letters and digits',
    invited: 'A friend invites you; the code is filled in.',
    invitedGift: (credits: string) =>
      `A friend invites you; the code is filled in. You get ${credits} credits with your first payment.`,
    invitedOwn: 'This is your own code, and nobody can invite themself. Send the link to a friend.',
    invitedRegistered: 'You have an account already; a code counts for the first registration alone.',
    invitedUnknown: 'The code of the link is of nobody. Clear it to register without one.',
    register: 'Sign up and start',
    acceptedTerms: 'Terms and privacy policy',
    termsRead: 'I have read and accept the',
    terms: 'terms of use',
    termsAnd: ' and the ',
    privacy: 'privacy policy',
    checkMailTitle: 'Your account is made; look into your mail',
    checkMail: (credits: string) => `Open the link in it to confirm your address, and ${credits} credits are yours.`,
    noGiftTitle: 'Your account is made, without a sign-up gift',
    noGiftBefore:
      'An account of this address had the gift before it was deleted; it is not given again. Everything else works.',
    closingTitle: 'This account waits for its deletion',
    closingHint: (date) =>
      `Its removal begins on ${date}. Take it back to go on using it; otherwise just close this page.`,
    takeBack: 'Take it back and sign in',
    noGiftNetwork:
      'Too many people signed up from your network today, and its gifts are given out. Everything else works; if this is a mistake, contact support.',
  },
} satisfies Dictionary
