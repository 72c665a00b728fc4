export const errors: Record<string, string> = {
  not_found: 'What you are looking for could not be found.',
  forbidden: 'You are not allowed to do this.',
  invalid: 'Something in the form needs another look.',
  conflict: 'Somebody else changed this while you were working on it.',
  too_many: 'Too many attempts. Wait a moment, then try again.',
  unavailable: 'This cannot be served right now. Try again in a moment.',
  unexpected: 'Something went wrong on our side. Try again in a moment; what you wrote is not lost.',
  'form.required': 'This still has to be filled in.',
  'form.too_long': 'This is too long.',
  'form.email': 'This e-mail address does not look right. Example: name@example.org',
  'form.url': 'This address does not look right. Example: https://example.org',
}
