-- CreateEnum
CREATE TYPE "Lesson" AS ENUM ('spam', 'ham');

-- CreateEnum
CREATE TYPE "BlockKind" AS ENUM ('name', 'word', 'address');

-- CreateEnum
CREATE TYPE "CommentRule" AS ENUM ('all', 'first', 'old', 'none');

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "addressHash" TEXT,
ADD COLUMN     "commenterId" INTEGER,
ADD COLUMN     "editedAt" TIMESTAMP(3),
ADD COLUMN     "judgement" TEXT,
ADD COLUMN     "lesson" "Lesson",
ADD COLUMN     "notify" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "commentRule" "CommentRule",
ADD COLUMN     "commentsClose" INTEGER;

-- CreateTable
CREATE TABLE "Commenter" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "approved" INTEGER NOT NULL DEFAULT 0,
    "revokedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Commenter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpamToken" (
    "token" TEXT NOT NULL,
    "spam" INTEGER NOT NULL DEFAULT 0,
    "ham" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SpamToken_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "BlockRule" (
    "id" SERIAL NOT NULL,
    "kind" "BlockKind" NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BlockRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostAmin" (
    "postId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PostAmin_pkey" PRIMARY KEY ("postId","day")
);

-- CreateTable
CREATE TABLE "CommentAmin" (
    "commentId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CommentAmin_pkey" PRIMARY KEY ("commentId","day")
);

-- CreateTable
CREATE TABLE "SeenAmin" (
    "day" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SeenAmin_pkey" PRIMARY KEY ("day","target","hash")
);

-- CreateTable
CREATE TABLE "PrayerRequest" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "sendKey" TEXT,
    "readAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrayerRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" SERIAL NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "headers" TEXT NOT NULL DEFAULT '{}',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Commenter_tokenHash_key" ON "Commenter"("tokenHash");

-- CreateIndex
CREATE INDEX "Commenter_createdAt_idx" ON "Commenter"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "BlockRule_kind_value_key" ON "BlockRule"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "PrayerRequest_sendKey_key" ON "PrayerRequest"("sendKey");

-- CreateIndex
CREATE INDEX "PrayerRequest_createdAt_id_idx" ON "PrayerRequest"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "OutgoingMail_dueAt_idx" ON "OutgoingMail"("dueAt");

-- CreateIndex
CREATE INDEX "Comment_commenterId_idx" ON "Comment"("commenterId");

-- CreateIndex
CREATE INDEX "Comment_addressHash_idx" ON "Comment"("addressHash");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_commenterId_fkey" FOREIGN KEY ("commenterId") REFERENCES "Commenter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostAmin" ADD CONSTRAINT "PostAmin_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentAmin" ADD CONSTRAINT "CommentAmin_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say
ALTER TABLE "Post" ADD CONSTRAINT "Post_commentsClose_positive" CHECK ("commentsClose" >= 0);
ALTER TABLE "BlockRule" ADD CONSTRAINT "BlockRule_value_filled" CHECK (length("value") BETWEEN 1 AND 200);
ALTER TABLE "SpamToken" ADD CONSTRAINT "SpamToken_counts_positive" CHECK ("spam" >= 0 AND "ham" >= 0);
ALTER TABLE "PostAmin" ADD CONSTRAINT "PostAmin_count_positive" CHECK ("count" >= 0);
ALTER TABLE "CommentAmin" ADD CONSTRAINT "CommentAmin_count_positive" CHECK ("count" >= 0);
ALTER TABLE "PrayerRequest" ADD CONSTRAINT "PrayerRequest_body_filled" CHECK (length("body") > 0);
