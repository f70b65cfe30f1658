/** The step of the demo firm's story after which nothing of it is left to do. */
export const lastStep = 'later-push'
