-- AlterTable
ALTER TABLE "Post" ADD COLUMN "workingRevision" INTEGER;
