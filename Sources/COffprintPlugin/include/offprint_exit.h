/* Tells of a library that ends the whole program. In C, since what runs at the end may use nothing of Swift's. */
#ifndef OFFPRINT_EXIT_H
#define OFFPRINT_EXIT_H

/*
 * The calling thread goes into a plugin of this name, and comes back with NULL. If the program ends meanwhile, by
 * `exit` in that thread, its status is 75 and a message on standard error names the plugin: a status of 0 would say
 * that all was done.
 */
void offprint_inside(const char *plugin);

#endif
