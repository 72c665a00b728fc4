-- AlterTable
ALTER TABLE "Post" ADD COLUMN "commentRule" TEXT CONSTRAINT "Post_commentRule_known" CHECK ("commentRule" IN ('all', 'first', 'old', 'none'));
ALTER TABLE "Post" ADD COLUMN "commentsClose" INTEGER CONSTRAINT "Post_commentsClose_positive" CHECK ("commentsClose" >= 0);

-- CreateTable
CREATE TABLE "Commenter" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tokenHash" TEXT NOT NULL,
    "approved" INTEGER NOT NULL DEFAULT 0,
    "revokedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "SpamToken" (
    "token" TEXT NOT NULL PRIMARY KEY,
    "spam" INTEGER NOT NULL DEFAULT 0,
    "ham" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "SpamToken_counts_positive" CHECK ("spam" >= 0 AND "ham" >= 0)
);

-- CreateTable
CREATE TABLE "BlockRule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "BlockRule_kind_known" CHECK ("kind" IN ('name', 'word', 'address')),
    CONSTRAINT "BlockRule_value_filled" CHECK (length("value") BETWEEN 1 AND 200)
);

-- CreateTable
CREATE TABLE "PostAmin" (
    "postId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("postId", "day"),
    CONSTRAINT "PostAmin_count_positive" CHECK ("count" >= 0),
    CONSTRAINT "PostAmin_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentAmin" (
    "commentId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("commentId", "day"),
    CONSTRAINT "CommentAmin_count_positive" CHECK ("count" >= 0),
    CONSTRAINT "CommentAmin_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SeenAmin" (
    "day" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("day", "target", "hash")
);

-- CreateTable
CREATE TABLE "PrayerRequest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "sendKey" TEXT,
    "readAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PrayerRequest_body_filled" CHECK (length("body") > 0)
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "headers" TEXT NOT NULL DEFAULT '{}',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Comment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'held',
    "name" TEXT NOT NULL,
    "email" TEXT,
    "body" TEXT NOT NULL,
    "userId" INTEGER,
    "readerHash" TEXT,
    "sendKey" TEXT,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" DATETIME,
    "editedAt" DATETIME,
    "notify" BOOLEAN NOT NULL DEFAULT false,
    "addressHash" TEXT,
    "commenterId" INTEGER,
    "judgement" TEXT,
    "lesson" TEXT,
    CONSTRAINT "Comment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Comment_parentId_postId_fkey" FOREIGN KEY ("parentId", "postId") REFERENCES "Comment" ("id", "postId") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "Comment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Comment_commenterId_fkey" FOREIGN KEY ("commenterId") REFERENCES "Commenter" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Comment_lesson_known" CHECK ("lesson" IN ('spam', 'ham')),
    CONSTRAINT "Comment_status_known" CHECK ("status" IN ('held', 'visible', 'spam', 'deleted')),
    CONSTRAINT "Comment_name_filled" CHECK (length("name") BETWEEN 1 AND 200),
    CONSTRAINT "Comment_parent_is_other" CHECK ("parentId" IS NULL OR "parentId" <> "id"),
    CONSTRAINT "Comment_body_filled" CHECK ("status" = 'deleted' OR length("body") > 0)
);
INSERT INTO "new_Comment" ("body", "createdAt", "decidedAt", "email", "externalId", "id", "isSample", "name", "parentId", "postId", "readerHash", "sendKey", "status", "userId") SELECT "body", "createdAt", "decidedAt", "email", "externalId", "id", "isSample", "name", "parentId", "postId", "readerHash", "sendKey", "status", "userId" FROM "Comment";
DELETE FROM "sqlite_sequence" WHERE "name" = 'new_Comment';
INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'new_Comment', "seq" FROM "sqlite_sequence" WHERE "name" = 'Comment';
DROP TABLE "Comment";
ALTER TABLE "new_Comment" RENAME TO "Comment";
CREATE UNIQUE INDEX "Comment_sendKey_key" ON "Comment"("sendKey");
CREATE UNIQUE INDEX "Comment_externalId_key" ON "Comment"("externalId");
CREATE INDEX "Comment_postId_status_createdAt_id_idx" ON "Comment"("postId", "status", "createdAt", "id");
CREATE INDEX "Comment_parentId_postId_idx" ON "Comment"("parentId", "postId");
CREATE INDEX "Comment_status_createdAt_id_idx" ON "Comment"("status", "createdAt" DESC, "id" DESC);
CREATE INDEX "Comment_postId_readerHash_idx" ON "Comment"("postId", "readerHash");
CREATE INDEX "Comment_userId_idx" ON "Comment"("userId");
CREATE INDEX "Comment_email_idx" ON "Comment"("email");
CREATE INDEX "Comment_commenterId_idx" ON "Comment"("commenterId");
CREATE INDEX "Comment_addressHash_idx" ON "Comment"("addressHash");
CREATE UNIQUE INDEX "Comment_id_postId_key" ON "Comment"("id", "postId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
