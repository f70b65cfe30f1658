/** The first line of a backup. */
export const BACKUP_FORMAT = 'syncdoctor-backup-1'
