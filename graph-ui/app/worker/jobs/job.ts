/**
 * Work that would hold up the page. It runs in a worker, which hands over the memory of typed arrays in questions,
 * reports and answers: what has been reported is not written to again.
 * @param report tells what is known so far, where that is worth seeing
 * @throws Error whose message a person can read
 */
export type Job<Question, Answer> = (question: Question, report: (soFar: Answer) => void) => Answer
