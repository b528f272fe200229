"""What a build leaves for the next one below `.cache/`, so that only what changed is made.

The store is a help and no condition: where it cannot be read, or says anything doubtful, everything is made anew; where
it cannot be written, the next build makes everything anew. It is never gone by without a look at what is there now.
"""
