import type { modelsErrors } from './errors.ts'

export const modelsErrorsEn = {
  MODEL_NOT_FOUND: 'This model was not found. Nothing was charged. Choose another one.',
  MODEL_NOT_AVAILABLE:
    'No model is available right now. Nothing was charged. Try again later, or choose another model.',
  MODEL_MEMBERS_ONLY: 'This model is for members. Nothing was charged. Choose another one.',
  MODEL_ALIAS_TAKEN: 'A model with this name exists; nothing was saved. Choose another name.',
  MODEL_IS_DEFAULT:
    '{{ model }} is the default model: it cannot be disabled, kept to members, given a past shutdown date or deleted, and nothing was changed. Make another model the default first.',
  MODEL_UNFIT_AS_DEFAULT:
    '{{ model }} is disabled, for members only or past its shutdown date, so it cannot be the default; nothing was changed. Change that first, or choose another model.',
  MODEL_PARAMETER_UNSUPPORTED:
    'This model does not take one of these parameters; nothing was saved. Adjust it and try again.',
  CREDENTIALS_UNREADABLE:
    'The model’s key cannot be decrypted. Nothing was charged. An administrator has to enter it again.',
} satisfies Record<keyof typeof modelsErrors, string>
